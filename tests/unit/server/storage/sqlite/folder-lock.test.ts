import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockFolder } from '@/server/storage/sqlite/folder-lock'

let parent: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'contour-lock-'))
})
afterEach(() => rmSync(parent, { recursive: true }))

test('a folder serves one Contour at a time, and the next one when it is given back', () => {
  const directory = join(parent, 'new', 'data')
  const lock = lockFolder(directory)
  expect(() => lockFolder(directory)).toThrow(`Another Contour uses the folder ${directory}.`)
  lock.release()
  lockFolder(directory).release()
})

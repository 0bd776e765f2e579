import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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

test.each([
  ['that the system does not let be made', () => '/proc/none/data'],
  ['that the system does not let be written in', () => '/proc'],
  ['that is a file', () => join(parent, 'file')],
  ['below a file', () => join(parent, 'file', 'data')],
])('a folder %s is refused at once, in words that say what to do', (_words, toDirectory) => {
  writeFileSync(join(parent, 'file'), '')
  const directory = toDirectory()
  expect(() => lockFolder(directory)).toThrow(
    `It cannot write in the folder ${directory}. Let its user write there, or choose another folder with CONTOUR_DATA_DIR.`,
  )
})

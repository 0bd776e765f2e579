import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint } from '@/server/fingerprint.mjs'

let root: string
const NAMES = ['lib', 'settings.json', 'missing']
const take = (): Promise<string> => fingerprint(root, NAMES)

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'contour-fingerprint-'))
  await mkdir(join(root, 'lib', 'deep'), { recursive: true })
  await writeFile(join(root, 'lib', 'deep', 'a.ts'), 'a')
  await writeFile(join(root, 'settings.json'), '{}')
})
afterEach(() => rm(root, { recursive: true }))

test('is the same for the same files, whatever else the project holds', async () => {
  const before = await take()
  await writeFile(join(root, 'other.ts'), 'b')
  expect(await take()).toBe(before)
})

test.each([
  ['a file deep in a folder', 'lib/deep/a.ts'],
  ['a file of its own', 'settings.json'],
  ['a file that was not there', 'missing'],
  ['one more in a folder', 'lib/b.ts'],
])('changes with %s', async (_words, path) => {
  const before = await take()
  await writeFile(join(root, path), 'changed')
  expect(await take()).not.toBe(before)
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listFiles, REPOSITORY } from './source-files.mjs'

/** Each text that the canvas measures would style everything below anew: a board of 1,000 notes took 14 s to open. */
const HAS_WITH_ALL_BELOW = /:has\([^{};]*\)\s+\*\s*[,{]/

it('no style of everything below an element hangs on what the element has', () => {
  const sheets = [...listFiles('app', /\.css$/), ...listFiles('components', /\.css$/)]
  expect(sheets.length).toBeGreaterThan(0)
  const slow = sheets.filter((sheet) =>
    HAS_WITH_ALL_BELOW.test(readFileSync(join(REPOSITORY, sheet), 'utf8')),
  )
  expect(slow).toEqual([])
})

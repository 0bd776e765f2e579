import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listFiles, REPOSITORY } from './source-files.mjs'

// Put together here, so that this file does not contain what it looks for.
const MACHINE_PATHS = ['work', 'root', 'Users', 'home'].map((folder) => `/${folder}/`)
// Neither text nor tracked.
const LEFT_OUT = /\.(png|jpe?g|gif|webp|ico|woff2?|ttf|sqlite|tsbuildinfo)$|(^|\/)\.env|^next-env\.d\.ts$/

function lines(): { where: string; line: string }[] {
  const files = listFiles('.').filter((file) => !LEFT_OUT.test(file))
  return files.flatMap((file) =>
    readFileSync(join(REPOSITORY, file), 'utf8')
      .split('\n')
      .map((line, at) => ({ where: `${file}:${at + 1}`, line })),
  )
}

describe('the files of the product', () => {
  it('name no folder of the machine they were written on', () => {
    const pattern = new RegExp(`(^|[\\s'"\`(=:])(file://)?(${MACHINE_PATHS.join('|')})`)
    const found = lines().filter(({ line }) => pattern.test(line))
    expect(found.map(({ where, line }) => `${where} ${line.trim().slice(0, 100)}`)).toEqual([])
  })
})

// A unit test stands at the path of the file it tests, so that either can be found from the other.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles, REPOSITORY } from './source-files.mjs'

const strays = listFiles('tests/unit', /\.test\.tsx?$/).filter((test) => {
  const source = join(REPOSITORY, test.replace('tests/unit/', '').replace(/\.test\.tsx?$/, ''))
  return !['.ts', '.tsx', '.mjs', '.cjs'].some((extension) => existsSync(`${source}${extension}`))
})
if (strays.length > 0) {
  process.stderr.write(`Unit tests that mirror no source file:\n${strays.join('\n')}\n`)
  process.exitCode = 1
}

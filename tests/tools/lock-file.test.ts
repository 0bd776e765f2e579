import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { REPOSITORY } from './source-files.mjs'

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
const text = readFileSync(join(REPOSITORY, 'package-lock.json'), 'utf8')
const { packages } = JSON.parse(text) as { packages: Record<string, LockedPackage> }

/** An install on one platform may leave the others' packages out, and then `npm ci` refuses everywhere. */
describe('the lock file', () => {
  it('holds the packages of every platform', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
      ),
    )
    expect(missing).toEqual([])
  })
})

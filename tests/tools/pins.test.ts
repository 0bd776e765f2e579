import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { REPOSITORY } from './source-files.mjs'

const TLDRAW_VERSION = '3.15.6'

interface Lock {
  packages: Record<string, { version?: string; resolved?: string }>
}

const manifest = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}
const lock = JSON.parse(readFileSync(join(REPOSITORY, 'package-lock.json'), 'utf8')) as Lock
const asked = { ...manifest.dependencies, ...manifest.devDependencies }

describe('the versions of packages', () => {
  it('are exact, so that every machine runs what was tried', () => {
    const loose = Object.entries(asked).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
    expect(loose).toEqual([])
  })

  it('are installed as asked for', () => {
    const strays = Object.entries(asked).filter(
      ([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version,
    )
    expect(strays).toEqual([])
  })

  it('are one and the same for tldraw and all its packages', () => {
    const installed = Object.entries(lock.packages).filter(([path]) =>
      /node_modules\/(tldraw|@tldraw\/[^/]+)$/.test(path),
    )
    expect(installed.length).toBeGreaterThan(5)
    expect(installed.filter(([, { version }]) => version !== TLDRAW_VERSION)).toEqual([])
  })
})

describe('the lock file', () => {
  it('names no registry, so that every machine installs from its own', () => {
    const resolved = Object.entries(lock.packages).filter(([, { resolved }]) => resolved?.startsWith('http'))
    expect(resolved).toEqual([])
  })
})

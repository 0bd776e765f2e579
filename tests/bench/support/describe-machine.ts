import { readFileSync } from 'node:fs'
import { cpus, loadavg, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { REPOSITORY } from '../../tools/source-files.mjs'

const PACKAGES = ['yjs', 'y-websocket', 'ws', 'tldraw', 'next', 'react', '@photostructure/sqlite'] as const

/** What a figure depends on besides Contour: machine, versions, and what else was running. */
export function describeMachine() {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    node: process.version,
    versions: Object.fromEntries(PACKAGES.map((name) => [name, versionOf(name)])),
    /** The average number of busy processes over the last minute. */
    load: loadavg()[0] ?? 0,
  }
}

function versionOf(name: string): string {
  const manifest = readFileSync(join(REPOSITORY, 'node_modules', name, 'package.json'), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}

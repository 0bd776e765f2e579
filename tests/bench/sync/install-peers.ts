import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { REPOSITORY } from '../../tools/source-files.mjs'

const PINS = fileURLToPath(new URL('./peers/', import.meta.url))
const FILES = ['package.json', 'package-lock.json'] as const

/** Where the servers that ours is compared with are installed; git does not see it. */
export const PEERS_FOLDER = join(REPOSITORY, '.cache', 'bench-peers')

/** Installs exactly the pinned peers from the package registry, unless they are there. Nothing else is downloaded. */
export function installPeers(say: (line: string) => void): void {
  if (isCurrent()) return
  say('Installing the servers to compare with, once, into .cache/bench-peers.')
  mkdirSync(PEERS_FOLDER, { recursive: true })
  for (const file of FILES) copyFileSync(join(PINS, file), join(PEERS_FOLDER, file))
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
  const { status, stderr } = spawnSync('npm', args, { cwd: PEERS_FOLDER, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The peers could not be installed:\n${stderr}`)
}

/** The version of every peer the bench asked for. */
export function peerVersions(): Record<string, string> {
  const { dependencies } = readJson(join(PEERS_FOLDER, 'package.json')) as {
    dependencies: Record<string, string>
  }
  return Object.fromEntries(
    Object.keys(dependencies).map((name) => {
      const manifest = readJson(join(PEERS_FOLDER, 'node_modules', name, 'package.json'))
      return [name, (manifest as { version: string }).version]
    }),
  )
}

/** `npm ci` writes this file last. */
function isCurrent(): boolean {
  if (!existsSync(join(PEERS_FOLDER, 'node_modules', '.package-lock.json'))) return false
  return FILES.every(
    (file) => readFileSync(join(PEERS_FOLDER, file), 'utf8') === readFileSync(join(PINS, file), 'utf8'),
  )
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

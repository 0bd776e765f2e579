import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildEnvironment } from './config'
import { fingerprint } from './fingerprint.mjs'
import type { Log } from './log'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SOURCES = ['app', 'components', 'lib', 'public', 'server/web.ts', 'server/page-reads.ts']
const SETTINGS = ['next.config.js', 'package-lock.json', 'tsconfig.json']
/** The folder of what is built. */
export const BUILD = join(ROOT, '.next')
const STAMP = join(BUILD, 'contour-build')

interface BuildOptions {
  readonly log: Log
  /** It takes a while from here. */
  onBegun?(): void
}

/** Builds the pages when the build is missing or older than the sources; resolves when there is a current one. */
export async function ensureBuilt({ log, onBegun }: BuildOptions): Promise<void> {
  const wanted = await fingerprint(ROOT, [...SOURCES, ...SETTINGS])
  const found = await readFile(STAMP, 'utf8').catch(() => '')
  if (found === wanted) return
  log.info('build.started')
  onBegun?.()
  const startedAt = Date.now()
  await runBuild()
  await writeFile(STAMP, wanted)
  log.info('build.finished', { seconds: Math.round((Date.now() - startedAt) / 1000) })
}

function runBuild(): Promise<void> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [next, 'build'], {
      cwd: ROOT,
      env: buildEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve()
      else
        reject(
          new Error(
            `The pages could not be built (exit code ${String(code)}).\n${Buffer.concat(output).toString()}`,
          ),
        )
    })
  })
}

import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fingerprint } from './fingerprint.mjs'

/** A folder beside `server`, so that what is found relative to a source is found from here as well. */
const FOLDER = '.server'
const SOURCES = ['server', 'lib']
const SETTINGS = ['package.json', 'package-lock.json', 'tsconfig.json']
/** Threads look for their first file beside the file that starts them. */
const PROGRAMS = {
  main: 'server/main.ts',
  'sqlite-boot': 'server/storage/sqlite/thread/sqlite-worker.ts',
  'upload-boot': 'server/http/import/upload-worker.ts',
}

/**
 * Makes JavaScript of the server's TypeScript, unless what is there was made of these very sources, and answers with the
 * path of the program. `root` is the project's folder. Rejects where a source cannot be read or nothing can be written.
 */
export async function putTogether(root) {
  const main = join(root, FOLDER, 'main.mjs')
  const stamp = join(root, FOLDER, 'made-of')
  const wanted = await fingerprint(root, [...SETTINGS, ...SOURCES])
  const found = await readFile(stamp, 'utf8').catch(() => '')
  if (found === wanted && existsSync(main)) return main
  // Read only now: most starts need nothing of it.
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: PROGRAMS,
    outdir: FOLDER,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    write: false,
    logLevel: 'silent',
  })
  await mkdir(join(root, FOLDER), { recursive: true })
  for (const { path, contents } of outputFiles) await writeWhole(path, contents)
  await writeWhole(stamp, wanted)
  return main
}

/** Two servers of one folder may start at the same moment: neither reads a half of what the other writes. */
async function writeWhole(path, contents) {
  const unfinished = join(dirname(path), `.${randomUUID()}-${basename(path)}`)
  await writeFile(unfinished, contents)
  await rename(unfinished, path)
}

import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, rmSync, writeSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const DISK_SIZE = '16m'
const FILLER = 'filler'

/** A place for a server's data that can be filled up and emptied while the server runs. */
export interface FillableDisk {
  readonly directory: string
  /** The command line that runs this one where the disk is. */
  wrap(command: readonly string[]): readonly string[]
  /** From now on the process can write nothing more. */
  fill(pid: number): void
  free(pid: number): void
  stop(): Promise<void>
}

/** The ways to a full disk without rights on this machine; `isPossible` says whether it has this one. */
export const FULL_DISKS = [
  { name: 'a file system with no space left', isPossible: canMount, start: startSmallFileSystem },
  { name: 'files that may not grow', isPossible: canLimit, start: startLimitedFiles },
] as const

/** A small file system in memory, mounted where only the server and this test see it. */
async function startSmallFileSystem(): Promise<FillableDisk> {
  const directory = await mkdtemp(join(tmpdir(), 'contour-disk-'))
  const mount = `mount -t tmpfs -o size=${DISK_SIZE} none "$0" && echo mounted && exec sleep infinity`
  const holder = spawn('unshare', ['-Urm', 'sh', '-c', mount, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await firstLine(holder)
  const filler = `/proc/${String(holder.pid)}/root${directory}/${FILLER}`
  const enter = ['nsenter', '-t', String(holder.pid), '-U', '-m', '--preserve-credentials', 'sh', '-c']
  return {
    directory,
    // Entering leaves the working directory behind.
    wrap: (command) => [...enter, 'cd "$0" && exec "$@"', process.cwd(), ...command],
    fill: () => fillUp(filler),
    free: () => rmSync(filler),
    async stop() {
      holder.kill('SIGKILL')
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** Takes the right to write from a running process, by the limit on the size of its files. */
async function startLimitedFiles(): Promise<FillableDisk> {
  const directory = await mkdtemp(join(tmpdir(), 'contour-disk-'))
  const limit = (pid: number, bytes: string): void =>
    void execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`])
  return {
    directory,
    wrap: (command) => command,
    fill: (pid) => limit(pid, '1'),
    // The limit goes with the process.
    free: (pid) => (existsSync(`/proc/${pid}`) ? limit(pid, 'unlimited') : undefined),
    stop: () => rm(directory, { recursive: true, force: true }),
  }
}

function canMount(): boolean {
  return (
    isRunnable('unshare', ['-Urm', 'mount', '-t', 'tmpfs', 'none', tmpdir()]) && isRunnable('nsenter', ['-V'])
  )
}

function canLimit(): boolean {
  return isRunnable('prlimit', ['--version'])
}

function isRunnable(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

function firstLine({ stdout }: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!stdout) return reject(new Error('The disk has no output.'))
    const lines = createInterface({ input: stdout })
    lines.once('line', () => resolve())
    lines.once('close', () => reject(new Error('The disk could not be made.')))
  })
}

function fillUp(path: string): void {
  const file = openSync(path, 'w')
  const block = Buffer.alloc(4096)
  try {
    for (;;) writeSync(file, block)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ENOSPC') throw problem
  } finally {
    closeSync(file)
  }
}

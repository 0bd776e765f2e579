import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { START } from './start-command'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const START_AT_MOST_MS = 240_000

/** The real server as its own process, as an operator runs it; its data outlives restarts, not the test. */
export interface ContourServer {
  readonly port: number
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string
  /** Everything it keeps; nobody else may touch it while it runs. */
  readonly dataDirectory: string
  /** The running process. */
  pid(): number
  /** Ends the process at once, as a crash would. */
  kill(): Promise<void>
  /** Starts it again on the same port with the same data. */
  restart(): Promise<void>
  /** Asks it to drain and end; answers with its exit code. */
  drain(): Promise<number | null>
  /** Everything it printed, for failures and for the events of its log. */
  output(): string
  /** What it printed as an error: nothing, unless something is wrong. */
  complaints(): string
  signal(name: NodeJS.Signals): void
  /** What the process holds in memory at this moment. */
  memoryBytes(): number
  stop(): Promise<void>
}

type Wrap = (command: readonly string[]) => readonly string[]

/** Runs the sources themselves, for a test that changes what one of their modules holds. */
export const fromSources: Wrap = ([node = '']) => [node, '--import', 'tsx', 'server/main.ts']

/** Starts the production server on a free port. Further settings go in as environment; `wrap` may run it elsewhere. */
export async function startContourServer(
  settings: Record<string, string> = {},
  wrap: Wrap = (command) => command,
): Promise<ContourServer> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'contour-test-'))
  const environment = { ...process.env, CONTOUR_DATA_DIR: dataDirectory, CONTOUR_PROBE: 'on', ...settings }
  let run = await launch({ ...environment, PORT: settings['PORT'] ?? '0' }, wrap)
  const port = run.port
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    dataDirectory,
    pid: () => run.process.pid ?? 0,
    output: () => run.output(),
    complaints: () => run.complaints(),
    signal: (name) => void run.process.kill(name),
    memoryBytes: () => residentBytes(run.process.pid ?? 0),
    kill: () => end(run.process, 'SIGKILL').then(() => undefined),
    async restart() {
      run = await launch({ ...environment, PORT: String(port) }, wrap)
    },
    drain: () => end(run.process, 'SIGTERM'),
    async stop() {
      await end(run.process, 'SIGKILL')
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

interface Run {
  readonly process: ChildProcess
  readonly port: number
  output(): string
  complaints(): string
}

function launch(environment: Record<string, string | undefined>, wrap: Wrap): Promise<Run> {
  const [program = '', ...args] = wrap([process.execPath, ...START])
  const child = spawn(program, args, {
    cwd: ROOT,
    env: environment as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const errorLines: string[] = []
  const output = (): string => lines.join('\n')
  const complaints = (): string => errorLines.join('\n')
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line)
    errorLines.push(line)
  })
  return new Promise((resolve, reject) => {
    const overdue = setTimeout(
      () => reject(new Error(`The server did not start:\n${output()}`)),
      START_AT_MOST_MS,
    )
    child.once('exit', (code) => reject(new Error(`The server ended with ${String(code)}:\n${output()}`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      const port = /"event":"server\.started","port":(\d+)/.exec(line)?.[1]
      if (port === undefined) return
      clearTimeout(overdue)
      child.removeAllListeners('exit')
      resolve({ process: child, port: Number(port), output, complaints })
    })
  })
}

function residentBytes(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) * 1024
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.kill(signal)
  })
}

import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { cpus, platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MEMORY_PROBE, readMemory } from '../../support/held-memory'
import { startContourServer } from '../../support/servers/contour-server'
import { startCpuMeterOf } from '../support/process-cpu'
import { PEERS_FOLDER } from './install-peers'

const OUTPUT_LINES = 40

/** What a server says of itself when it listens. */
export interface Announced {
  readonly port: number
  readonly [more: string]: unknown
}

/** One measured server in a process of its own, kept to the first processor where the system can do that. */
export interface RunningServer {
  announced(): Announced
  /** Where ours keeps its boards. */
  readonly dataDirectory?: string
  /** Bytes of memory after a collection: what the process really holds, and what the system gave it. */
  memory(): Promise<{ readonly held: number; readonly resident: number }>
  startCpuMeter(): () => number | null
  isAlive(): boolean
  kill(): Promise<void>
  restart(): Promise<void>
  stop(): Promise<void>
  output(): string
}

/** Starts a server of the peers. `settings` may name the folder in which it keeps documents as `{data}`. */
export async function startPeer(script: URL, settings: Record<string, string>): Promise<RunningServer> {
  const data = await mkdtemp(join(tmpdir(), 'contour-bench-'))
  const probe = join(data, 'probe.json')
  const port = await findFreePort()
  const given = Object.entries(settings).map(([name, value]) => [name, value.replace('{data}', data)])
  const env = {
    ...process.env,
    ...(Object.fromEntries(given) as Record<string, string>),
    PORT: String(port),
    BENCH_DATA: data,
    BENCH_PEERS: PEERS_FOLDER,
    BENCH_PROBE: probe,
    NODE_OPTIONS: `--import=${MEMORY_PROBE}`,
    NODE_ENV: 'production' as const,
  }
  const lines: string[] = []
  const launch = (): Promise<Launched> => launchPeer(fileURLToPath(script), env, lines)
  let { child, announced } = await launch()
  return {
    announced: () => announced,
    memory: () => readMemory(child.pid ?? 0, probe),
    startCpuMeter: () => startCpuMeterOf(child.pid ?? 0),
    isAlive: () => child.exitCode === null && child.signalCode === null,
    kill: () => end(child),
    async restart() {
      ;({ child, announced } = await launch())
    },
    async stop() {
      await end(child)
      await rm(data, { recursive: true, force: true })
    },
    output: () => lines.join('\n'),
  }
}

/** Starts Contour as an operator does, pages and all. Who sends a request is told as a proxy tells it. */
export async function startContour(): Promise<RunningServer> {
  const probe = join(tmpdir(), `contour-bench-probe-${process.pid}.json`)
  const port = await findFreePort()
  const settings = {
    PORT: String(port),
    HOST: '127.0.0.1',
    CONTOUR_ORIGIN: `http://127.0.0.1:${port}`,
    BENCH_PROBE: probe,
    NODE_OPTIONS: `--import=${MEMORY_PROBE}`,
  }
  const server = await startContourServer(settings, pinned)
  let isUp = true
  return {
    announced: () => ({ port: server.port }),
    dataDirectory: server.dataDirectory,
    memory: () => readMemory(server.pid(), probe),
    startCpuMeter: () => startCpuMeterOf(server.pid()),
    isAlive: () => isUp && existsSync(`/proc/${server.pid()}`),
    async kill() {
      isUp = false
      await server.kill()
    },
    async restart() {
      await server.restart()
      isUp = true
    },
    async stop() {
      await server.stop()
      rmSync(probe, { force: true })
    },
    output: () => server.output(),
  }
}

interface Launched {
  readonly child: ChildProcess
  readonly announced: Announced
}

function launchPeer(script: string, env: NodeJS.ProcessEnv, lines: string[]): Promise<Launched> {
  const [program = '', ...args] = pinned([process.execPath, script])
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const keep = (chunk: Buffer): void => {
    lines.push(...chunk.toString().split('\n'))
    lines.splice(0, lines.length - OUTPUT_LINES)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}:\n${lines.join('\n')}`)))
    child.once('message', (announced) => {
      child.removeAllListeners('exit')
      resolve({ child, announced: announced as Announced })
    })
  })
}

/** The server on the first processor, so that the load has the others to itself. */
function pinned(command: readonly string[]): readonly string[] {
  return canPin() ? ['taskset', '-c', '0', ...command] : command
}

/** Whether servers and load are kept apart on this machine. */
export function canPin(): boolean {
  return platform() === 'linux' && cpus().length > 1 && existsSync('/usr/bin/taskset')
}

/** Keeps this process off the processor of the servers. */
export function pinLoad(): void {
  const others = `1-${cpus().length - 1}`
  if (canPin()) execFileSync('taskset', ['-a', '-cp', others, String(process.pid)])
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}

function findFreePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { CrowdFacts, CrowdOrder } from './crowd-orders'

/** The load process, from outside. */
export interface Crowd {
  /** Has an order carried out; answers with what was measured, where something was. */
  order(order: CrowdOrder): Promise<CrowdFacts>
  stop(): void
}

/** Starts the load process. */
export function startCrowd(): Crowd {
  const child = start(new URL('./crowd-process.ts', import.meta.url))
  return {
    async order(order) {
      child.send(order)
      const { facts, problem } = (await answerOf(child)) as { facts?: CrowdFacts; problem?: string }
      if (problem !== undefined) throw new Error(`The load process failed: ${problem}`)
      return facts ?? NOTHING
    },
    stop: () => void child.kill('SIGKILL'),
  }
}

/** Starts a bare WebSocket server; answers with its port. */
export async function startEcho(): Promise<{ port: number; stop(): void }> {
  const child = start(new URL('./echo-process.ts', import.meta.url))
  const { port } = (await answerOf(child)) as { port: number }
  return { port, stop: () => void child.kill('SIGKILL') }
}

const NOTHING: CrowdFacts = {
  receiptMs: [],
  ackMs: [],
  bytesPerSecond: [],
  sentPerSecond: 0,
  cpuShare: 0,
  latenessMs: [],
  lost: 0,
}

function start(file: URL): ChildProcess {
  return fork(fileURLToPath(file), { execArgv: ['--import', 'tsx'] })
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void =>
      reject(new Error(`A process of the bench ended with ${String(code)}.`))
    child.once('exit', onExit)
    child.once('message', (message) => {
      child.off('exit', onExit)
      resolve(message)
    })
  })
}

import { readFileSync, rmSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { until } from './until'

/** Loaded into a process whose memory is asked for; `BENCH_PROBE` names the file it answers in. */
export const MEMORY_PROBE = new URL('../bench/sync/servers/memory-probe.mjs', import.meta.url).href

/** Bytes of memory after a collection: what the process really holds, and what the system gave it. */
export async function readMemory(pid: number, probe: string): Promise<{ held: number; resident: number }> {
  rmSync(probe, { force: true })
  process.kill(pid, 'SIGUSR2')
  let read: NodeJS.MemoryUsage | null = null
  await until('the server says what it holds', () => (read = parse(probe)) !== null, 20_000)
  const { heapUsed, external, rss } = read ?? { heapUsed: NaN, external: NaN, rss: NaN }
  return { held: heapUsed + external, resident: rss }
}

/** Collects what nothing holds any more; answers with the bytes that this process holds. */
export function collectGarbage(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  return process.memoryUsage().heapUsed
}

/** Null while it is not there, or only half. */
function parse(file: string): NodeJS.MemoryUsage | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as NodeJS.MemoryUsage
  } catch {
    return null
  }
}

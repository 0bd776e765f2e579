import { readFileSync, readdirSync } from 'node:fs'
import { cpus } from 'node:os'

const TICKS_PER_SECOND = 100

/** Starts counting the processor time of a running child whose command line holds this text; null off Linux. */
export function startCpuMeter(command: string): () => number | null {
  return meterOf(findChild(command))
}

/** Starts counting the processor time of this process; null off Linux. */
export function startCpuMeterOf(pid: number): () => number | null {
  return meterOf(String(pid))
}

function meterOf(pid: string | null): () => number | null {
  const startedAt = performance.now()
  const before = pid === null ? null : secondsOf(pid)
  return () => {
    const after = pid === null ? null : secondsOf(pid)
    return before === null || after === null
      ? null
      : (after - before) / ((performance.now() - startedAt) / 1000)
  }
}

/** Starts counting how many cores of the machine are at work, whoever uses them. */
export function startBusyMeter(): () => number {
  const before = readCores()
  return () => {
    const after = readCores()
    const total = after.total - before.total
    return total === 0 ? 0 : (cpus().length * (after.busy - before.busy)) / total
  }
}

function readCores(): { busy: number; total: number } {
  const times = cpus().map(({ times: { user, nice, sys, idle, irq } }) => ({
    busy: user + nice + sys + irq,
    idle,
  }))
  const busy = times.reduce((sum, core) => sum + core.busy, 0)
  return { busy, total: times.reduce((sum, core) => sum + core.idle, busy) }
}

function findChild(command: string): string | null {
  try {
    const tasks = `/proc/${process.pid}/task`
    const children = readdirSync(tasks).flatMap((task) =>
      readFileSync(`${tasks}/${task}/children`, 'utf8').trim().split(' '),
    )
    return (
      children.find((pid) => pid !== '' && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(command)) ??
      null
    )
  } catch {
    return null
  }
}

/** User and system time are the 14th and 15th field; the 2nd, the name, may hold spaces. */
function secondsOf(pid: string): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
  } catch {
    return null
  }
}

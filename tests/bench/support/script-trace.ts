/** One event of a browser's trace; times in microseconds. */
export interface TraceEvent {
  readonly name: string
  /** `X` lasts for `dur`; `b` and `e` enclose something. */
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
}

/** What the trace has to record for this. */
export const SCRIPT_TRACE_CATEGORIES = ['-*', 'devtools.timeline']

/** The events in which a page's script runs; one may hold another. */
const SCRIPT_EVENTS: ReadonlySet<string> = new Set([
  'EvaluateScript',
  'EventDispatch',
  'FireAnimationFrame',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
])

/** How long script ran (ms) from the end of each frame to that of the next, on the page that drew most. */
export function toScriptPerFrame(events: readonly TraceEvent[]): number[] {
  const own = threadThatDrewMost(events)
  const script = new Array<number>(Math.max(0, own.filter(isFrame).length - 1)).fill(0)
  let endOfLast = -Infinity
  let frame = -1
  for (const event of own) {
    const { name, ph, ts, dur = 0 } = event
    if (isFrame(event)) frame++
    if (ph !== 'X' || !SCRIPT_EVENTS.has(name) || ts < endOfLast) continue
    endOfLast = ts + dur
    if (frame >= 0 && frame < script.length) script[frame] = (script[frame] ?? 0) + dur / 1_000
  }
  return script
}

/** In the order in which they began; what began together, the longer first. */
function threadThatDrewMost(events: readonly TraceEvent[]): TraceEvent[] {
  const frames = new Map<string, number>()
  for (const event of events) {
    if (isFrame(event)) frames.set(threadOf(event), (frames.get(threadOf(event)) ?? 0) + 1)
  }
  const [most] = [...frames].sort(([, one], [, other]) => other - one)
  const own = events.filter((event) => threadOf(event) === most?.[0])
  return own.sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0))
}

/** Told of each frame once the page has drawn it. */
function isFrame({ name, ph }: TraceEvent): boolean {
  return name === 'AnimationFrame' && ph === 'b'
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`
}

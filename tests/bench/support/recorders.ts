// Run inside pages: they use nothing of this file's scope. Times are milliseconds since 1970, which the pages of one
// machine share.

/** What a page saw at one moment. */
export interface Seen {
  readonly at: number
  readonly x: number
  readonly y: number
}

declare global {
  interface Window {
    benchSeen?: Seen[]
    benchFrames?: number
  }
}

/** Notes every pointer movement (window px) with the moment the browser got it. */
export function recordPointer(): void {
  const seen: Seen[] = (window.benchSeen = [])
  const note = (event: PointerEvent): void => {
    seen.push({ at: performance.timeOrigin + event.timeStamp, x: event.clientX, y: event.clientY })
  }
  window.addEventListener('pointermove', note, { capture: true })
}

/** Notes after every frame where the element of a shape stands (page px); a frame counts once it is laid out. */
export function recordShape(shapeId: string): void {
  const seen: Seen[] = (window.benchSeen = [])
  const element = document.querySelector<HTMLElement>(`.tl-shape[data-shape-id="${shapeId}"]`)
  const afterFrame = new MessageChannel()
  afterFrame.port1.onmessage = () => {
    const [, , , , x = NaN, y = NaN] = (element?.style.transform.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(
      Number,
    )
    seen.push({ at: performance.timeOrigin + performance.now(), x, y })
    requestAnimationFrame(frame)
  }
  const frame = (): void => afterFrame.port2.postMessage(null)
  requestAnimationFrame(frame)
}

/** Notes how long after a card was let go the page said that it is saved: `x` is that time in ms. */
export function recordSaved(): void {
  const seen: Seen[] = (window.benchSeen = [])
  const words = document.querySelector('[data-testid="save-state"]')
  let letGoAt: number | null = null
  window.addEventListener('pointerup', ({ timeStamp }) => (letGoAt = timeStamp), { capture: true })
  const note = (): void => {
    if (letGoAt === null || words?.getAttribute('aria-label') !== 'Saved') return
    const at = performance.now()
    seen.push({ at: performance.timeOrigin + at, x: at - letGoAt, y: 0 })
    letGoAt = null
  }
  if (words) new MutationObserver(note).observe(words, { attributeFilter: ['aria-label'] })
}

/** Counts the frames of a page from now on. */
export function countFrames(): void {
  window.benchFrames = 0
  const count = (): void => {
    window.benchFrames = (window.benchFrames ?? 0) + 1
    requestAnimationFrame(count)
  }
  requestAnimationFrame(count)
}

/** Sends every pointer movement to a bare relay. */
export function sendPointer(url: string): Promise<void> {
  const socket = new WebSocket(url)
  const send = (event: PointerEvent): void => socket.send(String(performance.timeOrigin + event.timeStamp))
  window.addEventListener('pointermove', send, { capture: true })
  return new Promise((resolve) => (socket.onopen = () => resolve()))
}

/** Notes how long after its pointer event the first frame came that could have shown it: `x` is that time in ms. */
export function recordRelayed(url: string): Promise<void> {
  const seen: Seen[] = (window.benchSeen = [])
  const socket = new WebSocket(url)
  const afterFrame = new MessageChannel()
  let waiting: number[] = []
  afterFrame.port1.onmessage = () => {
    const at = performance.timeOrigin + performance.now()
    for (const sentAt of waiting) seen.push({ at, x: at - sentAt, y: 0 })
    waiting = []
  }
  socket.onmessage = ({ data }) => {
    waiting.push(Number(data))
    requestAnimationFrame(() => afterFrame.port2.postMessage(null))
  }
  return new Promise((resolve) => (socket.onopen = () => resolve()))
}

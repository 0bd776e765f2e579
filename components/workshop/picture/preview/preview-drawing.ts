import type { CanvasPictures, PicturePlan, PictureSize } from '../../../board/canvas/canvas-pictures'
import type { Clock } from '../../../board/sync/clock'

/** More things take so long to draw that a preview would be in the way. */
const THINGS_AT_MOST = 400
/** The dialog has come up and nobody chooses any more: only then is anything drawn. */
const SETTLED_MS = 250

/** Says whether a picture of this size, of a board with so many things, is shown before it is made. */
export function isPreviewed(size: PictureSize | null, thingCount: number): boolean {
  return size !== null && thingCount <= THINGS_AT_MOST
}

interface PreviewOrder {
  readonly pictures: Pick<CanvasPictures, 'drawSvg'>
  readonly plan: PicturePlan
  /** A picture to take along is being made: it comes first. */
  readonly waits: boolean
}

/** Draws previews, none for the same plan twice. */
export class PreviewDrawing {
  private readonly clock: Pick<Clock, 'after'>
  private drawnFor: PicturePlan | null = null

  constructor(clock: Pick<Clock, 'after'>) {
    this.clock = clock
  }

  /** Draws this one soon, null where it cannot be drawn; answers with what gives it up. */
  begin(order: PreviewOrder, onDrawn: (file: Blob | null) => void): () => void {
    if (order.waits || order.plan === this.drawnFor) return () => undefined
    const stop = new AbortController()
    const callOff = this.clock.after(SETTLED_MS, () => void this.draw(order, stop.signal, onDrawn))
    return () => {
      callOff()
      stop.abort()
    }
  }

  /** The next that is begun is drawn, even if it was drawn before. */
  forget(): void {
    this.drawnFor = null
  }

  private async draw(
    { pictures, plan }: PreviewOrder,
    signal: AbortSignal,
    onDrawn: (file: Blob | null) => void,
  ): Promise<void> {
    const drawn = await pictures.drawSvg(plan, { signal, onProgress: () => undefined })
    if (signal.aborted) return
    this.drawnFor = plan
    onDrawn(drawn.ok ? drawn.value.file : null)
  }
}

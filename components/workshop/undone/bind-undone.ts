import { changedThings, type ChangedThing } from '@/lib/board/changed-things'
import type { BoardClient, Notice } from '../../board/board-client'
import type { UndoMove } from '../../board/undo-stack'
import { trayCardsInView } from '../tray/tray-cards-in-view'
import { placeOf, shapesOf, type ThingPlace } from './thing-places'
import { undoneWords } from './undone-words'

interface UndoneParts {
  readonly client: BoardClient
  /** Brings a thing into view. */
  readonly show: (place: ThingPlace) => void
}

/** What there is and whether it can be seen: the shapes of the canvas, and the cards of the tray. */
interface Sight {
  readonly shapes: ReadonlyMap<string, boolean>
  readonly waiting: ReadonlySet<string>
}

/**
 * Where nothing of what is taken back or done again can be seen, says what it was: the view stays, and offers to go
 * there. Answers with the undo.
 */
export function bindUndone({ client, show }: UndoneParts): () => void {
  let before: Sight | null = null
  let said: Notice | null = null
  let frame = 0

  const tell = (move: UndoMove, earlier: Sight, later: Sight): void => {
    const things = changedThings(client.board, move.did)
    const isSeen = (thing: ChangedThing): boolean =>
      isIn(client, earlier, thing) || isIn(client, later, thing)
    if (things.some(isSeen)) {
      if (said && client.notice.get() === said) client.notice.set(null)
      return
    }
    const place = things.map((thing) => placeOf(client.view, thing, later.shapes)).find((one) => one !== null)
    const sentence = undoneWords(client.board, move)
    client.tell({ tone: 'info', sentence, ...(place && { show: () => show(place) }) })
    said = client.notice.get()
  }
  const stops = [
    client.undo.beforeMove(() => {
      before = sightOf(client)
    }),
    client.undo.afterMove((move) => {
      const earlier = before
      const notice = client.notice.get()
      cancelAnimationFrame(frame)
      // The tray is drawn a moment later; what is said meanwhile says more than this could.
      frame = requestAnimationFrame(() => {
        const later = sightOf(client)
        if (earlier && later && client.notice.get() === notice) tell(move, earlier, later)
      })
    }),
  ]
  return () => {
    cancelAnimationFrame(frame)
    for (const stop of stops) stop()
  }
}

function sightOf({ canvas }: BoardClient): Sight | null {
  const shapes = canvas.get()?.shapesSeen()
  return shapes ? { shapes, waiting: trayCardsInView() } : null
}

function isIn({ view, inspected }: BoardClient, { shapes, waiting }: Sight, thing: ChangedThing): boolean {
  if (waiting.has(thing.id) || inspected.get()?.some((id) => id === thing.id)) return true
  return shapesOf(view, thing).some((shapeId) => shapes.get(shapeId) === true)
}

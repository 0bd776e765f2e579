import { changedThings, type ChangedThing } from '@/lib/board/changes/changed-things'
import type { Step } from '@/lib/board/step'
import type { BoardClient, Notice } from '../../board/board-client'
import { MANY_THINGS } from '../../board/removals/many-things'
import { sayUndoable } from '../../board/undo/say-undoable'
import type { UndoMove } from '../../board/undo/undo-stack'
import { trayCardsInView } from '../tray/list/tray-cards-in-view'
import { placeOf, shapesOf, type ThingPlace } from './thing-places'
import { countGone, goneWords, undoneWords } from './undone-words'

interface UndoneParts {
  readonly client: BoardClient
  /** Brings a thing into view. */
  readonly show: (place: ThingPlace) => void
  /** Says a sentence to those who hear the page. */
  readonly hear: (sentence: string) => void
}

/** What a step is about, as it is at a moment; its cost does not grow with the board. */
interface Sight {
  readonly things: readonly ChangedThing[]
  /** The ids of those that can be seen. */
  readonly seen: ReadonlySet<string>
  /** Those of their shapes that there are. */
  readonly shapes: { has(shapeId: string): boolean }
}

/**
 * Where nothing of what is taken back or done again can be seen, says what it was: the view stays, and offers to go
 * there. Those who hear the page are told of the rest too, and of what is deleted. Where that is much, everybody reads
 * it with the way back. What comes back on the canvas is selected again. Answers with the undo.
 */
export function bindUndone({ client, show, hear }: UndoneParts): () => void {
  let before: Sight | null = null
  let said: Notice | null = null
  let frame = 0

  const tell = (move: UndoMove, earlier: Sight, later: Sight): void => {
    const { things } = later
    const sentence = undoneWords(client.board, move)
    if (things.some(({ id }) => earlier.seen.has(id) || later.seen.has(id))) {
      if (said && client.notice.get() === said) client.notice.set(null)
      client.canvas.get()?.selectReturned(returned(client, earlier, later))
      hear(sentence)
      return
    }
    const place = things.map((thing) => placeOf(client.view, thing, later.shapes)).find((one) => one !== null)
    client.tell({ tone: 'info', sentence, ...(place && { show: () => show(place) }) })
    said = client.notice.get()
  }
  const whenNothingElseIsSaid = (say: () => void): void => {
    const notice = client.notice.get()
    cancelAnimationFrame(frame)
    // The tray is drawn a moment later; what is said meanwhile says more than this could.
    frame = requestAnimationFrame(() => {
      if (client.notice.get() === notice) say()
    })
  }
  const stops = [
    client.undo.afterPush((step) => {
      const sentence = goneWords(client.board, step)
      if (sentence === null) return
      const isMuch = countGone(client.board, step) >= MANY_THINGS
      const mine = client.undo.latest()
      // With the whole board selected one key takes all of it away: whoever did not mean that sees how to get it back.
      whenNothingElseIsSaid(() => {
        if (isMuch && client.undo.latest() === mine) sayUndoable(client, sentence)
        else hear(sentence)
      })
    }),
    client.undo.beforeStep((step) => {
      before = sightOf(client, step)
    }),
    client.undo.afterMove((move) => {
      const earlier = before
      whenNothingElseIsSaid(() => {
        const later = sightOf(client, move.did)
        if (earlier && later) tell(move, earlier, later)
      })
    }),
  ]
  return () => {
    cancelAnimationFrame(frame)
    for (const stop of stops) stop()
  }
}

/** The shapes that were not there before, unless a whole template came back with them. */
function returned({ view }: BoardClient, earlier: Sight, { things, shapes }: Sight): readonly string[] {
  if (things.some(({ kind }) => kind === 'template')) return []
  const ids = things.flatMap((thing) => shapesOf(view, thing))
  return ids.filter((id) => shapes.has(id) && !earlier.shapes.has(id))
}

function sightOf({ board, canvas, view, inspected }: BoardClient, step: Step): Sight | null {
  const things = changedThings(board, step)
  const shapesByThing = things.map((thing) => shapesOf(view, thing))
  const shapes = canvas.get()?.shapesSeen(shapesByThing.flat())
  if (!shapes) return null
  const cards = things.filter(({ kind }) => kind === 'card').map(({ id }) => id)
  const waiting = trayCardsInView(new Set(cards))
  const open = new Set<string>(inspected.get())
  const seen = things.filter(
    ({ id }, at) =>
      waiting.has(id) || open.has(id) || shapesByThing[at]?.some((shapeId) => shapes.get(shapeId)),
  )
  return { things, seen: new Set(seen.map(({ id }) => id)), shapes }
}

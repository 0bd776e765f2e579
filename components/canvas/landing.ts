import { atom, computed, type Atom, type Computed, type Editor } from 'tldraw'
import type { Placement } from '@/lib/board/layout'
import { anchorOf, curveOfTarget, DEFAULT_PIN, placementAt } from '@/lib/board/placement'
import { readingOf } from '@/lib/curves/reading'
import type { InstanceId } from '@/lib/ids'
import { isCard } from './shapes/shape-types'
import { clientOf } from './store-client'

// Where the cards under my hand would land if I let go now. Read from the same rule the drop itself uses.

interface Point {
  readonly x: number
  readonly y: number
}

/** What a card in the hand would take. `point` (page px) and `reading` are there when it would snap to a curve. */
export interface Landing {
  /** The card on the canvas that would land; null for one from outside. */
  readonly shapeId: string | null
  readonly instanceId: InstanceId
  readonly placement: Placement
  readonly point: Point | null
  readonly reading: string
}

const MOST_SHOWN = 12

interface Landings {
  /** The top left corner, in page px, of a card dragged in from outside the canvas. */
  readonly outside: Atom<Point | null>
  readonly all: Computed<readonly Landing[]>
}

const perEditor = new WeakMap<Editor, Landings>()

/** Says whether cards are on their way, from the canvas or from the tray. */
export function isPlacing(editor: Editor): boolean {
  return of(editor).outside.get() !== null || movesCards(editor)
}

/** The landings of the cards under my hand, at most twelve. */
export function landingsOf(editor: Editor): readonly Landing[] {
  return of(editor).all.get()
}

/** Tells where a card from outside the canvas is held (its top left corner in page px); null when it is gone. */
export function previewOutside(editor: Editor, at: Point | null): void {
  of(editor).outside.set(at)
}

function of(editor: Editor): Landings {
  let landings = perEditor.get(editor)
  if (!landings) {
    const outside = atom<Point | null>('card from outside', null)
    landings = { outside, all: computed('landings', () => findLandings(editor, outside.get())) }
    perEditor.set(editor, landings)
  }
  return landings
}

function movesCards(editor: Editor): boolean {
  return editor.isIn('select.translating') && editor.getSelectedShapes().some(isCard)
}

function findLandings(editor: Editor, outside: Point | null): readonly Landing[] {
  if (outside) return [{ shapeId: null, ...landingAt(editor, outside, DEFAULT_PIN) }]
  if (!movesCards(editor)) return []
  const cards = editor.getSelectedShapes().filter(isCard).slice(0, MOST_SHOWN)
  return cards.map((card) => {
    const corner = editor.getShapePageTransform(card).point()
    return { shapeId: card.id, ...landingAt(editor, corner, { x: card.props.pinX, y: card.props.pinY }) }
  })
}

function landingAt(editor: Editor, at: Point, pin: Point): Omit<Landing, 'shapeId'> {
  const instances = clientOf(editor).view.instances.get()
  const { instanceId, placement } = placementAt(instances, at, pin)
  const curve = curveOfTarget(placement.target)
  const instance = instances.find((one) => one.id === instanceId)
  if (!curve || !instance || placement.x === undefined)
    return { instanceId, placement, point: null, reading: '' }
  return {
    instanceId,
    placement,
    point: anchorOf(instance, curve.id, placement.x),
    reading: readingOf(curve, placement.x),
  }
}

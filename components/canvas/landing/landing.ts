import { atom, computed, type Atom, type Computed, type Editor } from 'tldraw'
import { curveOfTarget, curveTarget } from '@/lib/board/places/curve-target'
import { dropCard } from '@/lib/board/places/cards/drop-card'
import { cardShapeId, placementKey, type Placement } from '@/lib/board/layout'
import { layoutCards, type CardLayout } from '@/lib/board/places/cards/layout-cards'
import { DEFAULT_PIN, holdOf, type Hold } from '@/lib/board/places/placement'
import { standTemplates, type StandingTemplate } from '@/lib/board/places/standing'
import type { CardProps } from '@/lib/board/shapes/card'
import { readingOf } from '@/lib/curves/reading'
import type { Point } from '@/lib/geometry/point'
import type { InitiativeId, InstanceId } from '@/lib/ids'
import { isLaneCard } from '../people/lane-card'
import { isCard, type CardShape } from '../shapes/shape-types'
import { clientOf } from '../session/store-client'

// Where the cards under my hand would land if I let go now. Read from the same rule the drop itself uses.

/** What a card in the hand would take. `stand` and `reading` are there when it would snap to a curve. */
export interface Landing extends InHand {
  readonly instanceId: InstanceId
  readonly placement: Placement
  /** Where it would be laid out among the cards of its curve. */
  readonly stand: CardLayout | null
  readonly reading: string
}

/** A card in my hand: one of the canvas, or one carried in from outside, which has no shape yet. */
interface InHand {
  readonly shapeId: string | null
  readonly initiativeId: InitiativeId
  /** Its top left corner, in page px. */
  readonly at: Point
}

/** A card carried in from outside the canvas. */
export interface OutsideCard {
  readonly initiativeId: InitiativeId
  /** Its top left corner, in page px. */
  readonly at: Point
}

const MOST_SHOWN = 12

interface Landings {
  readonly outside: Atom<OutsideCard | null>
  readonly all: Computed<readonly Landing[]>
  readonly isPlacing: Computed<boolean>
}

const perEditor = new WeakMap<Editor, Landings>()

/** Says whether cards are on their way, from the canvas or from the tray. */
export function isPlacing(editor: Editor): boolean {
  return of(editor).isPlacing.get()
}

/** The landings of the cards under my hand, at most twelve. */
export function landingsOf(editor: Editor): readonly Landing[] {
  return of(editor).all.get()
}

/** Tells which card from outside is held over the canvas, null when it is gone; answers where it would land. */
export function previewOutside(editor: Editor, card: OutsideCard | null): Landing | null {
  of(editor).outside.set(card)
  return card && (landingsOf(editor)[0] ?? null)
}

function of(editor: Editor): Landings {
  let landings = perEditor.get(editor)
  if (!landings) {
    const outside = atom<OutsideCard | null>('card from outside', null)
    landings = {
      outside,
      all: computed('landings', () => findLandings(editor, outside.get())),
      isPlacing: computed('is placing', () => outside.get() !== null || movesCards(editor)),
    }
    perEditor.set(editor, landings)
  }
  return landings
}

function movesCards(editor: Editor): boolean {
  return editor.isIn('select.translating') && editor.getSelectedShapes().some(isCard)
}

function findLandings(editor: Editor, outside: OutsideCard | null): readonly Landing[] {
  if (outside) return landAll(editor, [{ ...outside, shapeId: null, pin: DEFAULT_PIN }])
  if (!movesCards(editor)) return []
  const cards = editor.getSelectedShapes().filter(isCard).slice(0, MOST_SHOWN)
  return landAll(
    editor,
    cards.map((card) => ({
      shapeId: card.id,
      initiativeId: card.props.initiativeId as InitiativeId,
      at: editor.getShapePageTransform(card).point(),
      pin: holdOf(card.props),
    })),
  )
}

type Carried = InHand & { readonly pin: Hold }

function landAll(editor: Editor, carried: readonly Carried[]): readonly Landing[] {
  const { view } = clientOf(editor)
  const instances = view.instances.get()
  const takers = { instances, teams: view.standingTeams.get() }
  const drops = carried.map((card) => ({ card, ...dropCard(takers, card.at, card.pin) }))
  const snapped = drops.filter(({ placement }) => placement.x !== undefined)
  const standing = standTemplates(instances)
  const shared = new Set(standing.flatMap((one) => (one.overlay ? [one.instance.id] : [])))
  const plotOf = ({ instanceId, target }: { instanceId: string; target: string }): string =>
    shared.has(instanceId as InstanceId) ? instanceId : `${instanceId} ${target}`
  const plots = new Set(
    snapped.map(({ instanceId, placement: { target } }) => plotOf({ instanceId, target })),
  )
  const moved = new Set(carried.map(({ initiativeId }) => initiativeId as string))
  const layouts = layoutCards(instances, [
    ...(plots.size > 0 ? cardsOn(editor, (props) => plots.has(plotOf(props)), { moved, standing }) : []),
    ...snapped.map(
      ({ card, instanceId, placement }) => [placementKey(card.initiativeId, instanceId), placement] as const,
    ),
  ])
  return drops.map(({ card: { shapeId, initiativeId, at }, instanceId, placement }) => {
    const curve = placement.x === undefined ? null : curveOfTarget(placement.target)
    const stand = curve ? (layouts.get(cardShapeId(initiativeId, instanceId)) ?? null) : null
    const said = curve ? readingOf(curve, placement.x) : ''
    const reading = curve && shared.has(instanceId) ? `${curve.letter}, ${curve.name}. ${said}` : said
    return { shapeId, initiativeId, at, instanceId, placement, stand, reading }
  })
}

/** The cards that stand on these plots already, on a line or beside it, but for those in the hand. */
function cardsOn(
  editor: Editor,
  isOnPlot: (props: CardProps) => boolean,
  {
    moved,
    standing,
  }: { readonly moved: ReadonlySet<string>; readonly standing: readonly StandingTemplate[] },
): (readonly [string, Placement])[] {
  const isThere = ({ id, props }: CardShape): boolean =>
    isOnPlot(props) && !moved.has(props.initiativeId) && !isLaneCard(id)
  return editor
    .getCurrentPageShapes()
    .filter(isCard)
    .filter(isThere)
    .map((card) => {
      const { initiativeId, instanceId, target, x } = card.props
      const key = placementKey(initiativeId as InitiativeId, instanceId as InstanceId)
      if (x !== null) return [key, { target, x, dx: 0, dy: 0 }]
      const plots = standing.find(({ instance }) => instance.id === instanceId)?.plots
      const plot = plots?.find(({ curve }) => curveTarget(curve) === target)
      return [key, { target, dx: card.x - (plot?.outer.x ?? 0), dy: card.y - (plot?.outer.y ?? 0) }]
    })
}

import type { Box } from '../../../../geometry/box'
import type { Point } from '../../../../geometry/point'
import type { InstanceId } from '../../../../ids'
import { roundPx } from '../../../../round-px'
import type { BoardDocument, Placement } from '../../../layout'
import { cardsOnPlot, type PlotWithCards } from '../cards-on-plot'
import { findDropPlace } from './drop-place'
import { looseSizeAmong } from './loose-place'

/** What a card takes that was dropped. */
export interface CardDrop {
  readonly instanceId: InstanceId
  readonly placement: Placement
}

interface Crowd extends Omit<PlotWithCards, 'cards'> {
  readonly onLine: readonly Box[]
  /** Top left corners: how large these are depends on how many they are. */
  readonly loose: Point[]
}

/**
 * Lets the cards that are dropped in one go come to rest on the plots of a board, one after the other: each beside those that
 * lie there and those put down before it, never over the heading of the plot. Each plot is read when it is first asked for.
 */
export class DroppedCards {
  private readonly board: BoardDocument
  /** The shapes of the cards that have yet to be put down; where they stand so far, nothing stands in the way. */
  private readonly inHand: Set<string>
  private readonly crowds = new Map<string, Crowd | null>()

  constructor(board: BoardDocument, inHand: Iterable<string>) {
    this.board = board
    this.inHand = new Set(inHand)
  }

  /** Puts a card down and answers what it takes; what lies on no plot, and what is on a line, stays as it was dropped. */
  rest(shapeId: string, drop: CardDrop): CardDrop {
    const crowd = drop.placement.x === undefined ? this.crowdOf(drop) : null
    this.inHand.delete(shapeId)
    if (!crowd) return drop
    const { plot, ground, loose, onLine } = crowd
    const { dx, dy } = drop.placement
    const size = looseSizeAmong(loose.length + 1 + this.inHand.size)
    const at = findDropPlace({
      at: { x: plot.outer.x + dx, y: plot.outer.y + dy },
      size,
      there: [...loose.map((one) => ({ ...one, ...size })), ...onLine],
      ground,
    })
    loose.push(at)
    const rested = { dx: roundPx(at.x - plot.outer.x), dy: roundPx(at.y - plot.outer.y) }
    return { ...drop, placement: { ...drop.placement, ...rested } }
  }

  private crowdOf({ instanceId, placement: { target } }: CardDrop): Crowd | null {
    const key = `${instanceId} ${target}`
    const known = this.crowds.get(key)
    if (known !== undefined) return known
    const found = cardsOnPlot(this.board, { instanceId, target, isLeftOut: (id) => this.inHand.has(id) })
    const crowd = found && {
      plot: found.plot,
      ground: found.ground,
      onLine: found.cards.filter(({ placement }) => placement.x !== undefined),
      loose: found.cards.filter(({ placement }) => placement.x === undefined).map(({ x, y }) => ({ x, y })),
    }
    this.crowds.set(key, crowd)
    return crowd
  }
}

import { CANVAS_INSTANCE, placementKey, type BoardDocument, type Placement } from '@/lib/board/layout'
import { layoutCards, type CardLayout } from '@/lib/board/places/cards/layout-cards'
import { listInstances } from '@/lib/board/read'
import { encodeLaneFrame } from '@/lib/sync/lane-frames'
import type { RawClient } from './raw-client'

const CIRCLE_PX = 90
const STEPS_A_ROUND = 60

/** One person who drags one card round and round. */
export class CrowdPerson {
  readonly client: RawClient
  readonly card: CardLayout
  /** When each frame was sent, by its number. */
  readonly sentAt: number[] = []
  private readonly key: string
  private isDragging = false

  constructor(client: RawClient, card: CardLayout) {
    this.client = client
    this.card = card
    this.key = placementKey(card.initiativeId, CANVAS_INSTANCE)
  }

  /** One frame of the drag: told to the lane. */
  moveOnLane(): void {
    const { shapeId, x, y } = this.card
    if (!this.isDragging) {
      const records = [{ id: shapeId, x, y }]
      this.client.send(encodeLaneFrame({ kind: 'start', gesture: 1, what: 'move', records }))
      this.isDragging = true
    }
    const { dx, dy } = this.nextPlace()
    this.client.send(encodeLaneFrame({ kind: 'delta', gesture: 1, dx, dy }))
  }

  /** One frame of the drag: written. `dx` is the number of the frame, by which the others know it. */
  moveInDocument(): void {
    const { dy } = this.nextPlace()
    const placement: Placement = { target: 'canvas', dx: this.sentAt.length - 1, dy }
    this.client.board.placements.set(this.key, placement)
  }

  showCursor(): void {
    const { dx, dy } = this.placeOf(this.sentAt.length)
    const { x, y, shapeId } = this.card
    this.client.showPresence({
      idle: false,
      cursor: { x: Math.round(x + dx + 40), y: Math.round(y + dy + 20) },
      camera: { x: -120, y: -60, w: 2400, h: 1350 },
      selection: [shapeId],
    })
  }

  letGo(): void {
    if (this.isDragging) this.client.send(encodeLaneFrame({ kind: 'end', gesture: 1 }))
    this.isDragging = false
  }

  get writesTo(): string {
    return this.key
  }

  private nextPlace(): { dx: number; dy: number } {
    const place = this.placeOf(this.sentAt.length)
    this.sentAt.push(performance.now())
    return place
  }

  private placeOf(step: number): { dx: number; dy: number } {
    const angle = (step / STEPS_A_ROUND) * 2 * Math.PI
    return { dx: Math.cos(angle) * CIRCLE_PX - CIRCLE_PX, dy: Math.sin(angle) * CIRCLE_PX }
  }
}

/** The cards of a board from left to right. */
export function cardsOf(board: BoardDocument): CardLayout[] {
  const cards = [...layoutCards(listInstances(board), board.placements.entries()).values()]
  return cards.sort(
    (one, other) => one.x - other.x || one.y - other.y || (one.shapeId < other.shapeId ? -1 : 1),
  )
}

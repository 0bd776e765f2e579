import { atom, type Atom } from '@tldraw/state'
import { CARD_PIN_PX, CARD_SIZE_PX } from '@/lib/board/shapes/card'
import type { Point } from '@/lib/geometry/point'
import type { InitiativeId } from '@/lib/ids'
import { titleLabel } from '@/lib/board/initiatives/title-label'
import type { BoardClient } from '../../../board/board-client'

// What a hand does with a card of the tray, without the events that tell of it.

/** A mouse may tremble a little, a finger more, before a press counts as a drag. */
const THRESHOLD_PX = { mouse: 4, touch: 6 } as const

/** Over the canvas the hand holds a card by its pin: what it points at is where the card will stand. */
const PIN_GRAB = { x: CARD_PIN_PX.x / CARD_SIZE_PX.w, y: CARD_PIN_PX.y / CARD_SIZE_PX.h }

/** A card under the pressing hand. */
export interface PressedCard {
  readonly id: InitiativeId
  readonly title: string
  readonly team: string | undefined
  /** Where in the card it was taken, each 0..1 of its width and height. */
  readonly grab: Point
  readonly by: keyof typeof THRESHOLD_PX
  /** The mouse, or the one finger that pressed it. */
  readonly pointerId: number
}

/** The card in the air: the box it is drawn in and how large. */
export interface LiftedCard extends PressedCard {
  /** Where the hand is in the window. */
  readonly at: Point
  /** The top left corner in the window: under the hand or, near a curve, where the card would stand. */
  readonly corner: Point
  /** px before it is scaled. */
  readonly size: { readonly w: number; readonly h: number }
  readonly scale: number
}

type DragClient = Pick<BoardClient, 'canvas' | 'lane' | 'commands' | 'canEdit' | 'tell'>

/** One card on its way from the tray to the canvas; the others see it move, the document hears of it at the drop. */
export class TrayDrag {
  readonly lifted: Atom<LiftedCard | null> = atom('lifted card', null)
  private readonly client: DragClient
  private pressed: { readonly card: PressedCard; readonly at: Point } | null = null
  /** Where the card's top left corner entered the canvas, in page px; null while it is not over it. */
  private entered: Point | null = null

  constructor(client: DragClient) {
    this.client = client
  }

  press(card: PressedCard, at: Point): void {
    // A second finger takes nothing while one has a card in the air.
    if (this.lifted.get() && !this.isPressedBy(card)) return
    this.cancel()
    if (this.client.canEdit.get()) this.pressed = { card, at }
  }

  /** Another finger, or the palm, has no say in where the card goes. */
  isPressedBy({ pointerId }: Pick<PressedCard, 'pointerId'>): boolean {
    return this.pressed?.card.pointerId === pointerId
  }

  /** Moves the hand; lifts the card once it has left its place. */
  moveTo(at: Point): void {
    if (!this.pressed) return
    const { card, at: start } = this.pressed
    if (!this.lifted.get()) {
      if (Math.hypot(at.x - start.x, at.y - start.y) < THRESHOLD_PX[card.by]) return
      if (this.isHeld(card)) return
    }
    const page = this.toPage(at)
    this.follow(card, page)
    this.lifted.set(this.inHand(card, at, page))
  }

  /** Lets go: over the canvas the card is placed, anywhere else nothing happens. True where a card was in the air. */
  drop(): boolean {
    const lifted = this.lifted.get()
    const page = lifted && this.toPage(lifted.at)
    // Placed first and let go then: the others never see a moment without the card.
    if (lifted && page) this.client.commands.dropInitiative(lifted.id, page)
    this.cancel()
    if (lifted && page) this.client.canvas.get()?.selectDropped({ initiativeId: lifted.id, at: page })
    return lifted !== null
  }

  /** Puts the card back. Harmless when nothing is in the hand. */
  cancel(): void {
    this.leaveCanvas()
    this.pressed = null
    this.lifted.set(null)
  }

  private isHeld(card: PressedCard): boolean {
    const holder = this.client.lane.heldBy(card.id)
    if (holder === null) return false
    this.client.tell({
      tone: 'attention',
      sentence: `${holder} is moving “${titleLabel(card.title)}” right now.`,
    })
    this.cancel()
    return true
  }

  private follow({ id }: PressedCard, page: Point | null): void {
    if (!page) this.leaveCanvas()
    else if (!this.entered) {
      this.entered = page
      this.client.lane.begin('tray', [{ id, ...page }])
    } else this.client.lane.moveBy(page.x - this.entered.x, page.y - this.entered.y)
  }

  /** The card as it is drawn at this point of the window, and of the page where the hand is over the canvas. */
  private inHand(card: PressedCard, at: Point, page: Point | null): LiftedCard {
    const canvas = page && this.client.canvas.get()
    const scale = canvas?.zoom.get() ?? 1
    const grab = page ? PIN_GRAB : card.grab
    const underHand = {
      x: at.x - grab.x * CARD_SIZE_PX.w * scale,
      y: at.y - grab.y * CARD_SIZE_PX.h * scale,
      ...CARD_SIZE_PX,
    }
    const stand = page && canvas?.previewDrop({ initiativeId: card.id, at: page })
    const { x, y, w, h } = stand ?? underHand
    return { ...card, at, scale, corner: { x, y }, size: { w, h } }
  }

  private leaveCanvas(): void {
    if (!this.entered) return
    this.entered = null
    this.client.lane.end()
    this.client.canvas.get()?.previewDrop(null)
  }

  /** The page point of the card's top left corner; null while the hand is not over the canvas. */
  private toPage(at: Point): Point | null {
    const hand = this.client.canvas.get()?.pageAtClient(at)
    if (!hand) return null
    return { x: hand.x - CARD_PIN_PX.x, y: hand.y - CARD_PIN_PX.y }
  }
}

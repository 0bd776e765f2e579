import type { Signal } from '@tldraw/state'
import type { InitiativeId } from '@/lib/ids'
import type { InteractionModeId } from '@/lib/teams/interaction-modes'
import type { CanvasPictures } from './canvas-pictures'
import type { CanvasStyling } from './canvas-styles'
import type { CanvasTool } from './canvas-tools'
import type { CanvasTravel } from './canvas-travel'

/** What can be done with what is selected, besides carrying it. */
export type CanvasCommand = 'duplicate' | 'bring-to-front' | 'send-to-back' | 'delete' | 'select-all'

/** A card from outside the canvas, with its top left corner in page px. */
interface DroppedCard {
  readonly initiativeId: InitiativeId
  readonly at: { readonly x: number; readonly y: number }
}

/** What the panels around the canvas may ask of it. Set by the canvas when it is mounted. */
export interface CanvasHandle extends CanvasTravel, CanvasStyling {
  readonly tool: Signal<CanvasTool | null>
  setTool(tool: CanvasTool): void
  run(command: CanvasCommand): void
  /** Page px for a point of the window; null where the point is not over the canvas. */
  pageAtClient(point: { x: number; y: number }): { x: number; y: number } | null
  /**
   * While a card is dragged from outside: lights what would take it with its top left corner there (page px). Answers
   * where it would stand if it snapped: the corner in the window, the size in page px; null where it stays put.
   */
  previewDrop(card: DroppedCard | null): { x: number; y: number; w: number; h: number } | null
  /** Selects the card that was let go there, and gives it the keyboard. */
  selectDropped(card: DroppedCard): void
  /** Selects those of these shapes that there are, where the canvas has the keyboard and nothing is being done. */
  selectReturned(shapeIds: readonly string[]): void
  readonly pictures: CanvasPictures
  /** Stands a new team where one looks at the map, and lets its name be typed. */
  addTeam(): void
  /** Stands the teams that initiatives name and no map shows on the map one looks at, where there is room. */
  addAbsentTeams(): void
  /** Makes an interaction between the selected teams, or asks between which. */
  addInteraction(mode: InteractionModeId): void
  /** Gives the keyboard to what can be said about the selected team or interaction, where one is selected. */
  goToBar(): void
  /** Opens the menu of what is selected, beside it; of the board where nothing is. */
  openMenu(): void
  /** Stands one more template to the right of all there is and looks at it; says whether it did. */
  addTemplate(templateId: string): boolean
  /** Nothing stands or lies on the board. */
  readonly isEmpty: Signal<boolean>
  /** Those of these shapes that there are as the board is now, and whether each can be seen on the screen. */
  shapesSeen(shapeIds: readonly string[]): ReadonlyMap<string, boolean>
  focus(): void
}

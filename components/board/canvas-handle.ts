import type { Signal } from '@tldraw/state'

export type CanvasTool = 'select' | 'hand' | 'note' | 'draw' | 'text'

/** What the panels around the canvas may ask of it. Set by the canvas when it is mounted. */
export interface CanvasHandle {
  readonly tool: Signal<CanvasTool | null>
  setTool(tool: CanvasTool): void
  readonly zoom: Signal<number>
  zoomIn(): void
  zoomOut(): void
  zoomToFit(): void
  /** Page px for a point of the window; null where the point is not over the canvas. */
  pageAtClient(point: { x: number; y: number }): { x: number; y: number } | null
  /** While something is dragged from outside: lights what would take a card whose top left corner is there. */
  previewDrop(at: { x: number; y: number } | null): void
  /** Selects a card, brings it into view and gives it the keyboard. */
  showCard(shapeId: string): void
  /** A picture of the whole board, document positions only, fonts included. */
  exportPng(options: { scale: 1 | 2 | 4; dark: boolean }): Promise<Blob>
  /** Moves the camera sideways by screen px, so that nothing under the hand jumps when a panel folds. */
  shiftCamera(dxPx: number): void
  focus(): void
}

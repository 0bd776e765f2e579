import type { Signal } from '@tldraw/state'

/** The part of the canvas that moves about: the camera, and what it is shown. */
export interface CanvasTravel {
  readonly zoom: Signal<number>
  zoomIn(): void
  zoomOut(): void
  zoomToFit(): void
  /** Fills the screen with what is selected; without a selection nothing moves. */
  zoomToSelection(): void
  zoomToHundred(): void
  /** True when nothing of the board is on the screen. */
  readonly isLost: Signal<boolean>
  /** The instance of the template that takes most of the screen; null where none is seen. */
  readonly templateInView: Signal<string | null>
  /** The template gone to last, also while the view is on its way; once the view is moved otherwise, the one in view. */
  templateToGoOnFrom(): string | null
  /** Goes to a template: all of it where that can be read, else where it begins. */
  showTemplate(instanceId: string): void
  /** Selects a card, brings it into view near enough to read, gives it the keyboard and lets it pulse once. */
  showShape(shapeId: string): void
  /** The person whose view this page follows. */
  readonly following: Signal<string | null>
  /** Follows a person until I pan, zoom or press Escape, or they leave. */
  follow(personId: string): void
  stopFollowing(): void
  /** Moves the camera sideways by screen px, so that nothing under the hand jumps when a panel folds. */
  shiftCamera(dxPx: number): void
}

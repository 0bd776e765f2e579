/** What the hand on the canvas is doing. `bounds` is the page box of what it changes, where that is told. */
export interface GestureState {
  readonly kind: 'idle' | 'moving' | 'resizing' | 'rotating' | 'drawing'
  readonly ids: readonly string[]
  readonly bounds?: { x: number; y: number; w: number; h: number }
}

import type { Editor } from 'tldraw'

interface Camera {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** Moves a view for as long as something needs the room, and takes it back unless somebody has moved it since. */
export interface ViewLoan {
  /** How far the view goes, in px of the screen. */
  take(by: { readonly dx: number; readonly dy: number }): void
  giveBack(): void
}

const GLIDE = { animation: { duration: 160 } }
const SAME_WITHIN = 1e-3

/** Makes a loan of an editor's view; whoever wants room has one of their own. */
export function createViewLoan(editor: Editor): ViewLoan {
  let moved: { readonly from: Camera; readonly to: Camera } | null = null
  return {
    take: ({ dx, dy }) => {
      if (dx === 0 && dy === 0) return
      const { x, y, z } = editor.getCamera()
      const to = { x: x + dx / z, y: y + dy / z, z }
      editor.setCamera(to, GLIDE)
      moved = { from: { x, y, z }, to }
    },
    giveBack: () => {
      const now = editor.getCamera()
      if (moved && isSame(moved.to, now)) editor.setCamera(moved.from, GLIDE)
      moved = null
    },
  }
}

function isSame(one: Camera, other: Camera): boolean {
  return [one.x - other.x, one.y - other.y, one.z - other.z].every((off) => Math.abs(off) < SAME_WITHIN)
}

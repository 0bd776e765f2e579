import type { Editor } from 'tldraw'
import { clamp } from '@/lib/clamp'
import type { Camera } from '@/lib/moving/follow-view'
import { GLIDE } from '../view/glide'

/**
 * Moves a view for as long as something needs the room, and takes it back unless somebody has moved it since. What needs
 * more room takes again: all of it comes back.
 */
export interface ViewLoan {
  /** How far the view goes, in px of the screen. */
  take(by: { readonly dx: number; readonly dy: number }): void
  giveBack(): void
}

const SAME_WITHIN = 1e-3

/** Makes a loan of an editor's view; whoever wants room has one of their own. */
export function createViewLoan(editor: Editor): ViewLoan {
  let moved: { readonly from: Camera; readonly to: Camera } | null = null
  return {
    take: ({ dx, dy }) => {
      if (dx === 0 && dy === 0) return
      const { x, y, z } = editor.getCamera()
      const to = { x: x + dx / z, y: y + dy / z, z }
      const from = moved && isUnmoved(moved, { x, y, z }) ? moved.from : { x, y, z }
      editor.setCamera(to, GLIDE)
      moved = { from, to }
    },
    giveBack: () => {
      const now = editor.getCamera()
      if (moved && isUnmoved(moved, now)) editor.setCamera(moved.from, GLIDE)
      moved = null
    },
  }
}

/** Says whether the view is where it was taken, or still on its way there. */
function isUnmoved({ from, to }: { from: Camera; to: Camera }, now: Camera): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const way = ((now.x - from.x) * dx + (now.y - from.y) * dy) / (dx * dx + dy * dy)
  const share = clamp(way, 0, 1)
  const off = [from.x + share * dx - now.x, from.y + share * dy - now.y, to.z - now.z]
  return off.every((px) => Math.abs(px) < SAME_WITHIN)
}

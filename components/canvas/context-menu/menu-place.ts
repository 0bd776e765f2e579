import { clamp } from '@/lib/clamp'
import type { Point } from '@/lib/geometry/point'
import type { Edges } from '../view/edges-in-view'

/** No narrower is a menu under a finger or in a long language. */
const WIDEST_PX = 320
const EDGE_PX = 8

/** Where a menu that was asked for by a key hangs: at what is selected, or amid the canvas. */
export function keyMenuPoint(selected: Edges | null, canvas: Edges): Point {
  if (!selected) return { x: (canvas.left + canvas.right) / 2, y: (canvas.top + canvas.bottom) / 2 }
  return {
    x: clamp(selected.right, canvas.left + EDGE_PX, canvas.right - EDGE_PX),
    y: clamp(selected.top, canvas.top + EDGE_PX, canvas.bottom - EDGE_PX),
  }
}

interface Ground {
  /** The upper left corner of the engine's mark in the window. */
  readonly mark: { readonly left: number; readonly top: number }
  readonly window: { readonly w: number; readonly h: number }
}

interface MenuPlace {
  readonly at: Point
  readonly side: 'right' | 'bottom'
  /** What stays free of it along the bottom of the window, px. */
  readonly clearBelowPx: number
}

/**
 * How a menu hangs at a point of the window: beside it, so that no entry comes under the hand that opened it, and under
 * it where the window is too narrow; clear of the mark where it could reach it.
 */
export function menuPlace(at: Point, { mark, window }: Ground): MenuPlace {
  const needed = WIDEST_PX + EDGE_PX
  const side = at.x + needed <= window.w || at.x >= needed ? 'right' : 'bottom'
  if (at.x + needed <= mark.left) return { at, side, clearBelowPx: EDGE_PX }
  const lowest = mark.top - EDGE_PX
  // It never lets go of its point, so the point itself stays above the mark.
  return { at: { x: at.x, y: Math.min(at.y, lowest) }, side, clearBelowPx: window.h - lowest }
}

import { clamp } from '../clamp'
import type { Presence } from '../sync/presence'

// Following means: my camera shows at least what theirs shows. Whoever follows somebody who follows a third follows
// the third, so that a chain has one view; a circle has none, and everybody in it stays where they are.

/** One page of somebody on the board. */
export interface SeenPage extends Pick<Presence, 'camera' | 'following' | 'idle' | 'cursor'> {
  readonly user: { readonly personId: string }
}

/** A part of the page, in page px. */
export interface View {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** A camera as the canvas has it: page px to screen px is `(page + x) * z`. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** The view to go to when `me` follows `personId`; null where there is none at the moment or following leads back to me. */
export function viewFollowed(
  pages: readonly SeenPage[],
  { me, personId }: { readonly me: string; readonly personId: string },
): View | null {
  const seen = new Set<string>()
  let page = pageOf(pages, personId)
  while (page?.following && pageOf(pages, page.following)) {
    if (page.following === me || seen.has(page.following)) return null
    seen.add(page.following)
    page = pageOf(pages, page.following)
  }
  return page?.following === me ? null : (page?.camera ?? null)
}

/** The camera that shows all of a view on a screen of this size, its middle in the middle, within the zooms allowed. */
export function cameraShowing(
  view: View,
  screen: { readonly w: number; readonly h: number },
  zooms: { readonly least: number; readonly most: number },
): Camera {
  const fitting = Math.min(screen.w / Math.max(view.w, 1), screen.h / Math.max(view.h, 1))
  const z = clamp(fitting, zooms.least, zooms.most)
  return {
    x: screen.w / z / 2 - (view.x + view.w / 2),
    y: screen.h / z / 2 - (view.y + view.h / 2),
    z,
  }
}

/** After this many ms a little under two thirds of the way is done. */
const CALM_MS = 90
const NEAR_PX = 0.4
const NEAR_ZOOM = 0.0015

/** The camera on its way, `elapsedMs` later; the goal itself once it is nearer than the eye sees. */
export function glideTo(camera: Camera, goal: Camera, elapsedMs: number): Camera {
  const share = 1 - Math.exp(-elapsedMs / CALM_MS)
  const isNear =
    Math.abs(camera.x - goal.x) * goal.z < NEAR_PX &&
    Math.abs(camera.y - goal.y) * goal.z < NEAR_PX &&
    Math.abs(camera.z / goal.z - 1) < NEAR_ZOOM
  if (isNear) return goal
  const mix = (from: number, to: number): number => from + (to - from) * share
  return { x: mix(camera.x, goal.x), y: mix(camera.y, goal.y), z: mix(camera.z, goal.z) }
}

/** Somebody with two pages is followed on the one in use. */
function pageOf(pages: readonly SeenPage[], personId: string): SeenPage | undefined {
  const theirs = pages.filter(({ user, camera }) => user.personId === personId && camera)
  return theirs.find(({ cursor }) => cursor) ?? theirs.find(({ idle }) => idle !== true) ?? theirs[0]
}

import type { Editor } from 'tldraw'
import type { Box } from '@/lib/geometry/box'
import type { TeamId } from '@/lib/ids'
import { replaceMethods } from '../../replace-methods'
import { mapDetailOf } from '../../shapes/detail'
import { clientOf } from '../../session/store-client'
import { placedLabel } from '../drawing/team-label'
import { teamFactsOf } from '../team-facts'
import { isTeam, type TeamShape } from '../team-shapes'
import { openedList } from './opened-list'

/** As wide as a finger is. */
const FINGER_PX = 44

/**
 * A press on the number of a team opens the list of its work, and a hand that goes on from there carries the team; answers
 * with the undo. A handler of the shape itself would keep the engine from selecting what is carried.
 */
export function bindChip(editor: Editor): () => void {
  const pointing = editor.getStateDescendant('select.pointing_shape')
  if (!pointing) return () => undefined
  const { onPointerUp } = pointing
  return replaceMethods(pointing, {
    onPointerUp: (info) => {
      onPointerUp?.call(pointing, info)
      // A press that adds to what is selected opens nothing.
      const shape = editor.getOnlySelectedShape()
      // While it is asked for teams, a press answers that.
      const isAsked = clientOf(editor).teams.asked.get() !== null
      if (shape && isTeam(shape) && !isAsked) pressChip(editor, shape)
    },
  })
}

function pressChip(editor: Editor, shape: TeamShape): void {
  const { currentPagePoint } = editor.inputs
  const { chip } = placedLabel(teamFactsOf(editor, shape.props), shape.props, mapDetailOf(editor))
  const isOnTop = editor.getShapeAtPoint(currentPagePoint, { hitInside: true })?.id === shape.id
  if (!chip || !isOnTop) return
  const { x, y } = editor.getPointInShapeSpace(shape, currentPagePoint)
  const { isCoarsePointer } = editor.getInstanceState()
  const zone = isCoarsePointer ? underFinger(chip, FINGER_PX / editor.getZoomLevel()) : chip
  if (x < zone.x || x > zone.x + zone.w || y < zone.y || y > zone.y + zone.h) return
  const corner = { x: chip.x, y: chip.y + chip.h }
  const at = editor.pageToScreen(editor.getShapePageTransform(shape).applyToPoint(corner))
  const open = (): void =>
    void openedList(editor).set({ teamId: shape.props.teamId as TeamId, at: { x: at.x, y: at.y } })
  if (isCoarsePointer) afterTap(editor.getContainer(), open)
  else open()
}

/** When a finger is up the browser goes on as if a mouse had pressed, which takes the keyboard back from what opened. */
function afterTap(container: HTMLElement, open: () => void): void {
  const given = new AbortController()
  const { signal } = given
  const onClick = (): void => {
    given.abort()
    open()
  }
  container.addEventListener('click', onClick, { capture: true, signal })
  container.addEventListener('pointerdown', () => given.abort(), { capture: true, signal })
}

/** A finger is wider than the chip; above it, the name stays free. */
function underFinger({ x, y, w, h }: Box, fingerPx: number): Box {
  const aside = Math.max(0, fingerPx - w) / 2
  return { x: x - aside, y, w: w + 2 * aside, h: Math.max(h, fingerPx) }
}

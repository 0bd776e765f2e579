import type { Editor } from 'tldraw'
import type { InitiativeId, InstanceId } from '@/lib/ids'
import { holdsModifier } from '../../ui/holds-modifier'
import type { Router } from '../../board/store/route-write'
import { isCard, type CardShape } from '../shapes/shape-types'
import { clientOf } from '../session/store-client'
import { HeldStrokes } from './held-strokes'

const STEP = 0.02
const STRIDES = 5
const NUDGE_PX = 10

/** How far along its curve a key moves a card; null for any other key. */
export function slideOf(key: string, shift: boolean): number | null {
  const step = shift ? STEP * STRIDES : STEP
  if (key === 'ArrowRight' || key === 'ArrowUp') return step
  return key === 'ArrowLeft' || key === 'ArrowDown' ? -step : null
}

/**
 * Arrow keys slide snapped cards along their curve; what stands freely is nudged as everywhere, in the same step. Of a
 * held key that moves very many, several strokes are one: each is written at once.
 */
export function bindSliding(
  editor: Editor,
  router: Pick<Router, 'flush'>,
  now: () => number = Date.now,
): () => void {
  const strokes = new HeldStrokes(now)
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = slideOf(event.key, event.shiftKey)
    if (by === null || holdsModifier(event) || !editor.isIn('select.idle')) return
    const selected = editor.getSelectedShapes()
    const snapped = selected.filter(isSnapped)
    const client = clientOf(editor)
    if (snapped.length === 0 || !client.canEdit.get() || editor.menus.hasAnyOpenMenus()) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const times = strokes.due(event, selected.length)
    if (times === 0) return
    const cards = snapped.map(({ props }) => ({
      id: props.initiativeId as InitiativeId,
      instanceId: props.instanceId as InstanceId,
    }))
    const free = selected.filter((shape) => !isSnapped(shape)).map((shape) => shape.id)
    if (free.length === 0) return client.commands.slide(cards, by * times)
    router.flush()
    client.undo.together(
      () => {
        client.commands.slide(cards, by * times)
        editor.nudgeShapes(free, nudgeOf(event.key, (event.shiftKey ? NUDGE_PX : 1) * times))
        router.flush()
      },
      `slide ${selected.map(({ id }) => id).join(' ')}`,
    )
  }
  const container = editor.getContainer()
  container.addEventListener('keydown', onKeyDown, { capture: true })
  return () => {
    container.removeEventListener('keydown', onKeyDown, { capture: true })
  }
}

function isSnapped(shape: { type: string }): shape is CardShape {
  return isCard(shape) && shape.props.x !== null
}

function nudgeOf(key: string, px: number): { x: number; y: number } {
  if (key === 'ArrowRight') return { x: px, y: 0 }
  if (key === 'ArrowLeft') return { x: -px, y: 0 }
  return { x: 0, y: key === 'ArrowDown' ? px : -px }
}

import type { Editor, TLShapeId } from 'tldraw'
import { cardShapeId } from '@/lib/board/layout'
import { dropCard } from '@/lib/board/places/cards/drop-card'
import { DEFAULT_PIN } from '@/lib/board/places/placement'
import type { OutsideCard } from '../../landing/landing'
import { clientOf } from '../../session/store-client'
import { takeKeyboard } from '../../take-keyboard'

/** Selects a card that was let go there a moment ago and gives it the keyboard: arrows slide it, Enter opens it. */
export function selectDropped(editor: Editor, { initiativeId, at }: OutsideCard): void {
  const { view } = clientOf(editor)
  const takers = { instances: view.instances.get(), teams: view.standingTeams.get() }
  const id = cardShapeId(initiativeId, dropCard(takers, at, DEFAULT_PIN).instanceId) as TLShapeId
  if (!editor.isIn('select') || !editor.getShape(id)) return
  editor.select(id)
  takeKeyboard(editor)
}

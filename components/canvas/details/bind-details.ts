import { react, unsafe__withoutCapture, type Editor } from 'tldraw'
import { holdsModifier } from '../../ui/holds-modifier'
import { clientOf } from '../session/store-client'
import { isTeam } from '../teams/team-shapes'
import { typeTitle } from '../tools/type-title'
import { giveRoomBack, makeRoom, stopKeepingRoom } from './details-room'
import { openDetails, selectedInitiatives } from './open-details'

/**
 * Enter shows the details of what is selected, F2 types in its title, or in the name of a team; details that are open
 * follow the selection.
 */
export function bindDetails(editor: Editor): () => void {
  const client = clientOf(editor)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (holdsModifier(event) || event.shiftKey) return
    if (!isForCanvas(event.target) || !editor.isIn('select.idle')) return
    if (!answers(editor, event.key)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const container = editor.getContainer()
  container.addEventListener('keydown', onKeyDown, { capture: true })
  const stopFollowing = react('details follow the selection', () => {
    const ids = selectedInitiatives(editor)
    unsafe__withoutCapture(() => {
      if (ids.length > 0 && client.inspected.get() !== null) client.inspected.set(ids)
    })
  })
  let wasAsked = false
  // Details are asked for outside the canvas too, of what is selected nowhere.
  const stopWatching = react('the view makes room for the details and comes back', () => {
    const isAsked = client.inspected.get() !== null
    if (isAsked && !wasAsked) makeRoom(editor)
    if (!isAsked) unsafe__withoutCapture(() => giveRoomBack(editor))
    wasAsked = isAsked
  })
  return () => {
    container.removeEventListener('keydown', onKeyDown, { capture: true })
    stopFollowing()
    stopWatching()
    stopKeepingRoom(editor)
  }
}

/** Does what this key means for what is selected; says whether it means anything. */
function answers(editor: Editor, key: string): boolean {
  const isOfCards = selectedInitiatives(editor).length > 0
  if (key === 'Enter') {
    if (isOfCards) openDetails(editor)
    return isOfCards
  }
  const only = editor.getOnlySelectedShape()
  return key === 'F2' && (isOfCards || (only !== null && isTeam(only))) && typeTitle(editor)
}

/** A button or a field inside the canvas answers its own keys. */
function isForCanvas(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('button, input, textarea, [contenteditable="true"]') === null
  )
}

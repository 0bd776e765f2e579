import { useState } from 'react'
import { useEditor, useValue, type Editor } from 'tldraw'
import { toSentences } from '@/lib/text/to-sentences'
import heard from '../../ui/heard.module.css'
import { factsOf } from '../shapes/card/card-facts'
import { isCard, type CardShape } from '../shapes/shape-types'
import { isInteraction, type InteractionShape } from '../teams/team-shapes'

/**
 * Tells those who hear the canvas where a selected card stands as its keys move it, and what a selected interaction says
 * as its teams are swapped. What is selected is said by the engine, once; so nothing is said here before it has changed.
 */
export function SaidPosition(): React.ReactNode {
  const editor = useEditor()
  const id = useValue('one card or interaction', () => selected(editor)?.id ?? null, [editor])
  const position = useValue('its position', () => saidOf(editor, selected(editor)), [editor])
  const [begun, setBegun] = useState({ id, position, hasMoved: false })
  if (begun.id !== id) setBegun({ id, position, hasMoved: false })
  else if (begun.position !== position && !begun.hasMoved) setBegun({ ...begun, hasMoved: true })
  return (
    <p className={heard.heard} role="status">
      {begun.id === id && begun.hasMoved ? position : ''}
    </p>
  )
}

function selected(editor: Editor): CardShape | InteractionShape | null {
  const shape = editor.getOnlySelectedShape()
  return isCard(shape) || isInteraction(shape) ? shape : null
}

function saidOf(editor: Editor, shape: CardShape | InteractionShape | null): string {
  if (!shape) return ''
  if (isInteraction(shape)) return editor.getShapeUtil(shape).getAriaDescriptor(shape) ?? ''
  const { where, reading } = factsOf(editor, shape.props)
  return toSentences([where, reading])
}

import { useState } from 'react'
import { useEditor, useValue, type Editor } from 'tldraw'
import { toSentences } from '@/lib/to-sentences'
import heard from '../../ui/heard.module.css'
import { factsOf } from '../shapes/card/card-facts'
import { isCard, type CardShape } from '../shapes/shape-types'

/**
 * Tells those who hear the canvas where a selected card stands as its keys move it. What is selected is said by the
 * engine, once; so nothing is said here before the card has moved.
 */
export function SaidPosition(): React.ReactNode {
  const editor = useEditor()
  const id = useValue('one card', () => selectedCard(editor)?.id ?? null, [editor])
  const position = useValue(
    'its position',
    () => {
      const card = selectedCard(editor)
      if (!card) return ''
      const { where, reading } = factsOf(editor, card.props)
      return toSentences([where, reading])
    },
    [editor],
  )
  const [begun, setBegun] = useState({ id, position, hasMoved: false })
  if (begun.id !== id) setBegun({ id, position, hasMoved: false })
  else if (begun.position !== position && !begun.hasMoved) setBegun({ ...begun, hasMoved: true })
  return (
    <p className={heard.heard} role="status">
      {begun.id === id && begun.hasMoved ? position : ''}
    </p>
  )
}

function selectedCard(editor: Editor): CardShape | null {
  const shape = editor.getOnlySelectedShape()
  return isCard(shape) ? shape : null
}

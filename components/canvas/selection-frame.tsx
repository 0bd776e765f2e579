import { TldrawSelectionForeground, useEditor, useValue, type TLSelectionForegroundProps } from 'tldraw'
import { isCard } from './shapes/shape-types'

/** The box with handles around a selection; cards have a fixed size and show their own rings. */
export function SelectionFrame(props: TLSelectionForegroundProps): React.ReactNode {
  const editor = useEditor()
  const isCardsOnly = useValue('only cards are selected', () => editor.getSelectedShapes().every(isCard), [
    editor,
  ])
  return isCardsOnly ? null : <TldrawSelectionForeground {...props} />
}

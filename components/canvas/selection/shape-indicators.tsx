import { useMemo } from 'react'
import { computed, useEditor, useEditorComponents, useValue } from 'tldraw'
import { sameJson } from '@/lib/board/units'
import { outlinedShapes } from './outlined-shapes'

/**
 * The outlines of what is selected or pointed at. The engine's own list also holds a hidden outline of every other
 * shape, and draws that anew with each step of everybody's hands.
 */
export function ShapeIndicators(): React.ReactNode {
  const editor = useEditor()
  const { ShapeIndicator } = useEditorComponents()
  const outlined = useMemo(
    () => computed('outlined shapes', () => outlinedShapes(editor), { isEqual: sameJson }),
    [editor],
  )
  const ids = useValue(outlined)
  return ShapeIndicator ? ids.map((id) => <ShapeIndicator key={id} shapeId={id} />) : null
}

import { useEffect } from 'react'
import { useEditor, Vec, type Editor, type TLEventInfo } from 'tldraw'
import { isTeam } from '../team-shapes'

/** Hears which team of this map is pressed on the canvas; a hand that moves on from there carries the team instead. */
export function usePressedTeam(instanceId: string, onPress: (teamId: string) => void): void {
  const editor = useEditor()
  useEffect(() => {
    const onEvent = (info: TLEventInfo): void => {
      if (info.type !== 'pointer' || info.name !== 'pointer_up' || info.button !== 0) return
      if (!isPress(editor)) return
      const shape = editor.getShapeAtPoint(editor.inputs.currentPagePoint, {
        hitInside: true,
        filter: isTeam,
      })
      if (isTeam(shape) && shape.props.instanceId === instanceId) onPress(shape.props.teamId)
    }
    editor.on('event', onEvent)
    return () => {
      editor.off('event', onEvent)
    }
  }, [editor, instanceId, onPress])
}

function isPress(editor: Editor): boolean {
  const { inputs, options } = editor
  const { originScreenPoint, currentScreenPoint } = inputs
  const { isCoarsePointer } = editor.getInstanceState()
  const most = isCoarsePointer ? options.coarseDragDistanceSquared : options.dragDistanceSquared
  return Vec.Dist2(originScreenPoint, currentScreenPoint) <= most
}

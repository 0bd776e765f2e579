import { react, unsafe__withoutCapture, type Editor, type TLCameraMoveOptions } from 'tldraw'
import type { Camera } from '@/lib/moving/follow-view'
import { replaceMethods } from '../replace-methods'
import { screenOf } from './fit-board'

const SAME_WITHIN = 1e-3

interface Glide {
  readonly to: Camera
  readonly options: TLCameraMoveOptions
}

const glides = new WeakMap<Editor, Glide>()

/** Where the view is led by a glide that nothing has ended, or was led last; where it is, if nothing leads it. */
export function whereViewLeads(editor: Editor): Camera {
  return glides.get(editor)?.to ?? editor.getCamera()
}

/**
 * A glide goes on to where it leads though the canvas changes its size. The engine glides from one part of the page to
 * another, and on a canvas that is wider now shows a part as wide as before from nearer. Answers with the undo.
 */
export function keepGlide(editor: Editor): () => void {
  const setCamera = editor.setCamera.bind(editor)
  const giveBack = replaceMethods(editor, {
    setCamera: (point, options) => {
      const to = { x: point.x, y: point.y, z: point.z ?? editor.getZoomLevel() }
      // What moves the view ends the glide before, and says so.
      setCamera(point, options)
      if (options?.animation) glides.set(editor, { to, options })
      return editor
    },
  })
  const forget = (): void => void glides.delete(editor)
  editor.on('stop-camera-animation', forget)
  const goOn = (): void => {
    const glide = glides.get(editor)
    if (glide && !isSame(editor.getCamera(), glide.to)) editor.setCamera(glide.to, glide.options)
  }
  const stop = react('a glide leads where it led', () => {
    screenOf(editor)
    unsafe__withoutCapture(goOn)
  })
  return () => {
    stop()
    editor.off('stop-camera-animation', forget)
    forget()
    giveBack()
  }
}

function isSame(one: Camera, other: Camera): boolean {
  return [one.x - other.x, one.y - other.y, one.z - other.z].every((off) => Math.abs(off) < SAME_WITHIN)
}

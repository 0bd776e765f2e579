import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useEditor, type Editor } from 'tldraw'
import type { Instance } from '@/lib/board/layout'
import { clientOf } from '../session/store-client'
import { shapesLyingOn, templateHandOf } from './template-hand'

const STEP_PX = 8
const STRIDES = 5

interface Taken {
  readonly pointerId: number
  /** Where the hand took hold, page px: the view may move under it. */
  readonly from: { readonly x: number; readonly y: number }
  readonly along: readonly string[]
}

/** What makes a button the grip of a template: dragging shows it on its way, letting go moves it; arrow keys too. */
export function useTemplateGrip(instance: Instance) {
  const editor = useEditor()
  const taken = useRef<Taken | null>(null)
  const letGo = (): void => {
    if (taken.current) templateHandOf(editor).set(null)
    taken.current = null
  }
  // The right to edit may end with the hand still down.
  useEffect(() => () => void templateHandOf(editor).set(null), [editor])
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      if (event.button !== 0) return
      event.stopPropagation()
      event.currentTarget.setPointerCapture(event.pointerId)
      const along = shapesLyingOn(editor, instance.id)
      taken.current = { pointerId: event.pointerId, from: pageOf(editor, event), along }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      const hold = taken.current
      if (hold?.pointerId !== event.pointerId) return
      templateHandOf(editor).set({ instanceId: instance.id, along: hold.along, ...away(editor, hold, event) })
    },
    onPointerUp: (event: PointerEvent<HTMLElement>): void => {
      const hold = taken.current
      if (hold?.pointerId !== event.pointerId) return
      moveBy(editor, instance, { ...away(editor, hold, event), along: hold.along })
      letGo()
    },
    onPointerCancel: letGo,
    onLostPointerCapture: letGo,
    onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
      if (event.key === 'Escape' && taken.current) {
        event.stopPropagation()
        return letGo()
      }
      const by = stepOf(event.key, event.shiftKey)
      if (!by || taken.current) return
      event.preventDefault()
      event.stopPropagation()
      moveBy(editor, instance, { ...by, along: shapesLyingOn(editor, instance.id) })
    },
  }
}

function moveBy(
  editor: Editor,
  { id, place: [x, y] }: Instance,
  { dx, dy, along }: { dx: number; dy: number; along: readonly string[] },
): void {
  if (dx !== 0 || dy !== 0) clientOf(editor).templates.move({ id, place: [x + dx, y + dy], along })
}

/** Whole px, so that whatever hangs on a template keeps its exact place on it. */
function away(editor: Editor, { from }: Taken, event: PointerEvent): { dx: number; dy: number } {
  const to = pageOf(editor, event)
  return { dx: Math.round(to.x - from.x), dy: Math.round(to.y - from.y) }
}

function pageOf(editor: Editor, { clientX, clientY }: PointerEvent): { x: number; y: number } {
  return editor.screenToPage({ x: clientX, y: clientY })
}

function stepOf(key: string, isFar: boolean): { dx: number; dy: number } | null {
  const px = isFar ? STEP_PX * STRIDES : STEP_PX
  if (key === 'ArrowLeft') return { dx: -px, dy: 0 }
  if (key === 'ArrowRight') return { dx: px, dy: 0 }
  if (key === 'ArrowUp') return { dx: 0, dy: -px }
  return key === 'ArrowDown' ? { dx: 0, dy: px } : null
}

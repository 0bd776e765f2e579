import { computed, react, type Editor } from 'tldraw'
import type { BoardClient } from '../../board/board-client'
import { shareSelection } from './share-selection'

const CAMERA_SETTLES_MS = 200

/** Tells the others where I point, what I look at and what I have selected, until it is stopped. */
export function shareOwnPresence(editor: Editor, client: BoardClient): () => void {
  const container = editor.getContainer()
  const point = (): void => {
    const { x, y } = editor.inputs.currentPagePoint
    client.presence.set({ cursor: { x: Math.round(x), y: Math.round(y) } })
  }
  // The editor also reports moves that only the camera made; a hand that never came has no cursor.
  let isHere = false
  const onEvent = (event: { name: string }): void => {
    if (isHere && event.name === 'pointer_move') point()
  }
  const onMove = (): void => {
    isHere = true
  }
  const onLeave = (): void => {
    isHere = false
    client.presence.set({ cursor: null })
  }
  // The other tabs of one person would otherwise leave their cursors lying about.
  const onVisibility = (): void => {
    if (container.ownerDocument.visibilityState === 'hidden') onLeave()
  }
  editor.on('event', onEvent)
  container.ownerDocument.addEventListener('visibilitychange', onVisibility)
  container.addEventListener('pointermove', onMove)
  container.addEventListener('pointerleave', onLeave)
  const stopSelection = shareSelection(editor, client)
  const stopCamera = shareCamera(editor, client)
  return () => {
    editor.off('event', onEvent)
    container.removeEventListener('pointermove', onMove)
    container.removeEventListener('pointerleave', onLeave)
    container.ownerDocument.removeEventListener('visibilitychange', onVisibility)
    stopSelection()
    stopCamera()
    client.presence.set({ cursor: null, camera: null, selection: [] })
  }
}

/** The camera is told once it rests, and on its way only while somebody follows it. */
function shareCamera(editor: Editor, client: BoardClient): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const followed = computed('somebody follows me', () => isFollowed(client))
  const stop = react('share my camera', () => {
    const { x, y, w, h } = editor.getViewportPageBounds()
    const camera = { x: Math.round(x), y: Math.round(y), w: Math.round(w), h: Math.round(h) }
    clearTimeout(timer)
    if (followed.get()) client.presence.set({ camera })
    else timer = setTimeout(() => client.presence.set({ camera }), CAMERA_SETTLES_MS)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

function isFollowed(client: BoardClient): boolean {
  const { personId } = client.me.get()
  return client.presence.others.get().some(({ following }) => following === personId)
}

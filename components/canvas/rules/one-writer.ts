import { react, unsafe__withoutCapture, type Editor, type TLShapeId } from 'tldraw'
import type { BoardClient } from '../../board/board-client'
import type { RemotePresence } from '../../board/presence'
import { dropLateTyping } from '../../board/text/late-typing'
import { isCard } from '../shapes/shape-types'
import { isTeam } from '../teams/team-shapes'
import { tell } from './tell'

/**
 * A text on the canvas is one value: where two write it at once, each takes letters from the other. So whoever writes
 * in it first writes alone, until they stop or have not been seen for a while; the other is told who it is. Titles of
 * cards and names of teams are written together and know nothing of this.
 */
export function keepOneWriter(editor: Editor, client: BoardClient): () => void {
  let stopDropping = (): void => undefined
  let isTold = false
  const follow = (id: TLShapeId | null): void => {
    const isAlone = id !== null && isOneValue(editor, id)
    if (isAlone || isTold) client.presence.set({ editing: isAlone ? nameOf(id) : null })
    isTold = isAlone
    const writer = isAlone ? writerOf(client.presence.others.get(), client.me.get().personId, id) : null
    if (writer === null) return
    // The engine has not finished opening the text.
    queueMicrotask(() => {
      if (editor.isDisposed || editor.getEditingShapeId() !== id) return
      editor.complete()
      stopDropping()
      stopDropping = dropLateTyping()
      tell(client, `${writer} is writing here. It is yours as soon as they stop.`)
    })
  }
  const stop = react('one writer', () => {
    const id = editor.getEditingShapeId()
    unsafe__withoutCapture(() => follow(id))
  })
  return () => {
    stop()
    stopDropping()
    if (isTold) client.presence.set({ editing: null })
  }
}

/** The name of whoever else is writing in this shape; null where nobody does, or has not been seen for a while. */
export function writerOf(others: readonly RemotePresence[], me: string, id: string): string | null {
  const writer = others.find(
    ({ editing, idle, user }) => editing === nameOf(id) && idle !== true && user.personId !== me,
  )
  return writer?.user.name ?? null
}

function nameOf(id: string): string {
  return `records/${id}`
}

function isOneValue(editor: Editor, id: TLShapeId): boolean {
  const shape = editor.getShape(id)
  return shape !== undefined && !isCard(shape) && !isTeam(shape)
}

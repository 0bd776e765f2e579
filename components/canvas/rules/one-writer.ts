import { atom, react, unsafe__withoutCapture, type Editor, type TLShapeId } from 'tldraw'
import { can } from '@/lib/access/roles'
import type { BoardClient } from '../../board/board-client'
import type { RemotePresence } from '../../board/presence/presence'
import { windowOrNone } from '../../board/sync/bind-events'
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
  const { presence } = client
  const page = windowOrNone()
  let stopDropping = (): void => undefined
  let announced: TLShapeId | null = null
  /** Who writes in what was taken from this person, until they are told. */
  const untold = atom<string | null>('untold writer', null)

  const giveWay = (id: TLShapeId, writer: string): void => {
    if (editor.isDisposed || editor.getEditingShapeId() !== id) return
    const isIdle = presence.isIdle.get()
    announced = null
    // To let somebody in is no sign of life.
    presence.set({ editing: null, idle: isIdle })
    editor.complete()
    // Keys of somebody who comes back would meet the text as a whole.
    if (isIdle) editor.selectNone()
    untold.set(writer)
  }
  const follow = (id: TLShapeId | null, others: readonly RemotePresence[]): void => {
    const open = id !== null && isOneValue(editor, id) ? id : null
    const { personId } = client.me.get()
    const isIn = open === announced && !presence.isIdle.get()
    const me = { personId, clientId: presence.clientId, isIn }
    const writer = open && writerBefore(me, others, open)
    // The engine may not have finished opening the text.
    if (open && writer) return queueMicrotask(() => giveWay(open, writer))
    if (open === announced) return
    announced = open
    presence.set({ editing: open && nameOf(open) })
  }
  const onKey = (event: Event): void => {
    if (untold.get() === null) return
    event.preventDefault()
    event.stopImmediatePropagation()
    presence.set({})
  }

  page?.addEventListener('keydown', onKey, { capture: true })
  const undos = [
    react('one writer', () => {
      const id = editor.getEditingShapeId()
      const others = id === null ? [] : presence.others.get()
      unsafe__withoutCapture(() => follow(id, others))
    }),
    react('who gave way is told once they are here', () => {
      const writer = untold.get()
      if (writer === null || presence.isIdle.get()) return
      untold.set(null)
      stopDropping()
      stopDropping = dropLateTyping()
      tell(client, `${writer} is writing here. It is yours as soon as they stop.`)
    }),
    () => page?.removeEventListener('keydown', onKey, { capture: true }),
  ]
  return () => {
    undos.forEach((undo) => undo())
    stopDropping()
    if (announced !== null) presence.set({ editing: null })
  }
}

interface Writer {
  readonly personId: string
  readonly clientId: number
  /** Announced, and seen since; whoever only comes, or comes back, asks. */
  readonly isIn: boolean
}

/** The name of whoever writes in this shape before me; null where nobody does, or has not been seen for a while. */
function writerBefore(me: Writer, others: readonly RemotePresence[], id: string): string | null {
  const writer = others.find(
    ({ clientId, editing, idle, user }) =>
      editing === nameOf(id) &&
      idle !== true &&
      can(user.role, 'edit') &&
      user.personId !== me.personId &&
      // Of two who came at the same moment the document keeps the letters of the higher number: that one stays.
      (!me.isIn || clientId > me.clientId),
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

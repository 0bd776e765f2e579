import type { Editor, TLStore } from 'tldraw'
import type { BoardClient } from '../../board/board-client'

// Shapes ask for entity fields while the editor is still being made, before it is handed to anybody:
// the store is the one thing they share with the board at that moment.

const clients = new WeakMap<TLStore, BoardClient>()

/** Lets every shape in this store find the board it belongs to. */
export function attachClient(store: TLStore, client: BoardClient): void {
  clients.set(store, client)
}

/** The board this editor shows; throws where none was attached, which is a fault in the canvas itself. */
export function clientOf(editor: Editor): BoardClient {
  const client = clients.get(editor.store)
  if (!client) throw new Error('This store belongs to no board')
  return client
}

import { atom, computed, type Atom, type Editor, type TLShapeId, type TLStore } from 'tldraw'
import type { BoardClient } from '../../board/board-client'
import { bindProjection, type Projection } from '../../board/store/projection'
import { bindRouter, type GestureState, type Router } from '../../board/store/route-write'
import { createCanvasStore } from './create-canvas-store'
import { gestureOf } from '../gesture'

/**
 * A store bound to its board. It outlives the editors that show it: when one falls over, the next finds everything
 * where it was.
 */
export class CanvasSession {
  readonly client: BoardClient
  readonly store: TLStore
  private readonly editor: Atom<Editor | null> = atom('canvas editor', null)
  private readonly gesture = computed<GestureState>('gesture of the editor at hand', () => {
    const editor = this.editor.get()
    return editor ? gestureOf(editor).get() : { kind: 'idle', ids: [] }
  })
  private bound: { projection: Projection; router: Router } | null = null

  constructor(client: BoardClient) {
    this.client = client
    this.store = createCanvasStore(client)
  }

  /** Fills the store; call it when the board is ready and before an editor is made. */
  start(): void {
    if (this.bound) return
    const { store, client, gesture } = this
    const isPointerDown = (): boolean => this.editor.get()?.inputs.isPointing ?? false
    const projection = bindProjection({ store, client, isPointerDown })
    const onReplaced = (oldId: string, newId: string): void => this.follow(oldId, newId)
    this.bound = { projection, router: bindRouter({ store, client, projection, gesture, onReplaced }) }
  }

  stop(): void {
    this.bound?.router.stop()
    this.bound?.projection.stop()
    this.bound = null
  }

  /** What the board does with this store; throws before it is started. */
  get parts(): { readonly projection: Projection; readonly router: Router } {
    if (!this.bound) throw new Error('This canvas is not bound to its board')
    return this.bound
  }

  /** Says which editor's hand counts; answers with the undo. */
  attach(editor: Editor): () => void {
    this.editor.set(editor)
    return () => {
      if (this.editor.get() === editor) this.editor.set(null)
    }
  }

  /** A pasted or duplicated card became a card of its own, or one was let go elsewhere: it stays selected. */
  private follow(oldId: string, newId: string): void {
    const editor = this.editor.get()
    if (!editor?.getShape(newId as TLShapeId)) return
    const others = editor.getSelectedShapeIds().filter((id) => id !== oldId && id !== newId)
    editor.setSelectedShapes([...others, newId as TLShapeId])
  }
}

import type { Atom, Signal } from '@tldraw/state'
import type { InstanceId } from '@/lib/ids'

/** Which question about templates a person is asked at the moment. */
export type AskedTemplate =
  { readonly kind: 'add' } | { readonly kind: 'rename' | 'remove'; readonly instanceId: InstanceId }

/** What a facilitator can do with the templates of a board; every one is one undo step. None throws. */
export interface TemplateCommands {
  /** False for everybody but facilitators, and for them while nothing can be edited. The server decides the same. */
  readonly mayEdit: Signal<boolean>
  /** Whether templates can be taken hold of on this page. It begins off and ends with the right to it. */
  readonly isEditing: Signal<boolean>
  setEditing(isEditing: boolean): void
  readonly asked: Atom<AskedTemplate | null>
  /** Stands a template on the board, its top left corner at this page point; null where it was refused. */
  add(templateId: string, place: readonly [x: number, y: number]): InstanceId | null
  /** Moves a template with all that hangs on it, and the free records `along`. Moves in a row are one undo step. */
  move(given: {
    readonly id: InstanceId
    readonly place: readonly [x: number, y: number]
    readonly along: readonly string[]
  }): void
  /** An empty name gives it back the name of its kind. */
  rename(id: InstanceId, name: string): void
  /** Takes a template off the board; says whether it did. Cards that stood there alone go back to the tray. */
  remove(id: InstanceId): boolean
}

import type { Editor, TLShapeId } from 'tldraw'

/** What stands beside what I deleted. */
interface BesideDeleted {
  /** Where the keyboard goes on from there; null where nothing was deleted since something was selected last. */
  neighbour(direction: 'next' | 'prev'): TLShapeId | null
  forget(): void
  unbind(): void
}

/** Remembers, in this order of the board, what stands on either side of what I delete. */
export function rememberBesideDeleted(editor: Editor, order: () => readonly TLShapeId[]): BesideDeleted {
  let sides: Readonly<Record<'next' | 'prev', readonly TLShapeId[]>> | null = null
  const unbind = editor.sideEffects.registerBeforeDeleteHandler('shape', ({ id }, source) => {
    if (source !== 'user') return
    const ids = order()
    const at = ids.indexOf(id)
    if (at >= 0) sides ??= { next: ids.slice(at + 1), prev: ids.slice(0, at).reverse() }
  })
  return {
    neighbour: (direction) => sides?.[direction].find((id) => editor.getShape(id)) ?? null,
    forget: () => {
      sides = null
    },
    unbind,
  }
}

import type { TiptapEditor, TiptapNode } from 'tldraw'

type Transaction = TiptapEditor['state']['tr']

/** Makes a text say what another says by replacing only what differs, so that a caret beside it stays where it is. */
export function replaceChanged(tr: Transaction, next: TiptapNode): Transaction {
  const { content } = tr.doc
  const start = content.findDiffStart(next.content)
  const end = content.findDiffEnd(next.content)
  if (start === null || end === null) return tr
  // Letters that repeat are found from both sides: what differs ends no earlier than it starts.
  const twice = Math.max(0, start - Math.min(end.a, end.b))
  const done = tr.replace(start, end.a + twice, next.slice(start, end.b + twice))
  return done.doc.eq(next) ? done : done.replaceWith(0, done.doc.content.size, next.content)
}

import type { Editor } from 'tldraw'

/** Puts methods of ours in place of the engine's; answers with what gives it its own back. */
export function replaceMethods<Name extends keyof Editor>(
  editor: Editor,
  ours: Pick<Editor, Name>,
): () => void {
  const names = Object.keys(ours) as Name[]
  const theirs = Object.fromEntries(names.map((name) => [name, editor[name]]))
  Object.assign(editor, ours)
  return () => void Object.assign(editor, theirs)
}

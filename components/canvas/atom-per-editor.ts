import { atom, type Atom, type Editor } from 'tldraw'

/** Makes what answers with the atom of an editor: the same one each time, which begins with this and goes with the editor. */
export function atomPerEditor<Value>(name: string, initial: Value): (editor: Editor) => Atom<Value> {
  const atoms = new WeakMap<Editor, Atom<Value>>()
  return (editor) => {
    let found = atoms.get(editor)
    if (!found) {
      found = atom<Value>(name, initial)
      atoms.set(editor, found)
    }
    return found
  }
}

import { computed, type Computed, type ComputedOptions, type Editor } from 'tldraw'

/** A value that each editor has its own of, read from it when it is first asked for and anew where what it read changes. */
export function computedPerEditor<Value>(
  name: string,
  read: (editor: Editor) => Value,
  options?: ComputedOptions<Value, unknown>,
): (editor: Editor) => Value {
  const found = new WeakMap<Editor, Computed<Value>>()
  return (editor) => {
    let value = found.get(editor)
    if (!value) {
      value = computed(name, () => read(editor), options)
      found.set(editor, value)
    }
    return value.get()
  }
}

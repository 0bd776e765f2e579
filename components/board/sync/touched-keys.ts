import * as Y from 'yjs'

type AnyType = Y.AbstractType<unknown>

/** The records and entities a transaction changed, each once, as `<root>/<id>`. */
export function touchedKeys({ doc, changed }: Pick<Y.Transaction, 'doc' | 'changed'>): ReadonlySet<string> {
  const names = new Map([...doc.share].map(([name, type]) => [type as AnyType, name]))
  const touched = new Set<string>()
  for (const [type, keys] of changed as ReadonlyMap<AnyType, ReadonlySet<string | null>>) {
    const [root, id] = pathOf(type)
    const name = names.get(root)
    if (name === undefined) continue
    for (const key of id === null ? keys : [id]) if (key !== null) touched.add(`${name}/${key}`)
  }
  return touched
}

/** The root a type stands under, and the key there that leads to it; null for the root itself. */
function pathOf(type: AnyType): [root: AnyType, id: string | null] {
  let [at, id]: [AnyType, string | null] = [type, null]
  while (at._item && at._item.parent instanceof Y.AbstractType) {
    id = at._item.parentSub
    at = at._item.parent as AnyType
  }
  return [at, id]
}

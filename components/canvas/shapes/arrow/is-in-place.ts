import { getArrowBindings, type Editor, type IndexKey, type TLArrowShape, type TLShapeId } from 'tldraw'

/**
 * Says whether an arrow lies where the engine would put it: with what it hangs on, above that and below the next thing
 * that is no arrow. Where this is not certain it says no. All arrows beside each other are told by what is looked up once.
 */
export function isInPlace(editor: Editor, id: TLShapeId): boolean {
  const arrow = editor.getShape<TLArrowShape>(id)
  const highest = arrow && highestEnd(editor, arrow)
  if (!highest || arrow.index <= highest) return false
  const next = firstAbove(othersThanArrows(editor, arrow), highest)
  return next === undefined || arrow.index < next
}

/** Of the two things an arrow hangs on, where the upper one lies. What hangs on something inside of others is left to the engine. */
function highestEnd(editor: Editor, arrow: TLArrowShape): IndexKey | null {
  const { start, end } = getArrowBindings(editor, arrow)
  const [from, to] = [start && editor.getShape(start.toId), end && editor.getShape(end.toId)]
  if (from?.parentId !== arrow.parentId || to?.parentId !== arrow.parentId) return null
  return from.index > to.index ? from.index : to.index
}

/** The engine keeps the list of what lies in one thing for as long as nothing in it changes its place among the others. */
const known = new WeakMap<readonly TLShapeId[], readonly IndexKey[]>()

function othersThanArrows(editor: Editor, { parentId }: TLArrowShape): readonly IndexKey[] {
  const siblings = editor.getSortedChildIdsForParent(parentId)
  const before = known.get(siblings)
  if (before) return before
  const indices = siblings.flatMap((id) => {
    const sibling = editor.getShape(id)
    return sibling && sibling.type !== 'arrow' ? [sibling.index] : []
  })
  known.set(siblings, indices)
  return indices
}

/** Of sorted ones, the first that lies higher. */
function firstAbove(indices: readonly IndexKey[], index: IndexKey): IndexKey | undefined {
  let [low, high] = [0, indices.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const at = indices[middle]
    if (at !== undefined && at > index) high = middle
    else low = middle + 1
  }
  return indices[low]
}

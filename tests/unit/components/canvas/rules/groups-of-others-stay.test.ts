import type { Editor, TLGroupShape } from 'tldraw'
import { expect, test } from 'vitest'
import { keepGroupsOfOthers } from '@/components/canvas/rules/groups-of-others-stay'

const GROUP = { id: 'shape:group', type: 'group' } as TLGroupShape

/** The engine's own way with a group that has changed. */
class EngineGroups {
  readonly takenApart: string[] = []

  onChildrenChange({ id }: TLGroupShape): void {
    this.takenApart.push(id)
  }
}

test('a group that others left with too little stays, what I leave so is taken apart, and both are as before afterwards', () => {
  const util = new EngineGroups()
  const editor = { getShapeUtil: () => util } as unknown as Editor
  const projection = { isEchoing: true }
  const stop = keepGroupsOfOthers(editor, projection)
  util.onChildrenChange(GROUP)
  expect(util.takenApart).toEqual([])
  projection.isEchoing = false
  util.onChildrenChange(GROUP)
  expect(util.takenApart).toEqual([GROUP.id])
  stop()
  projection.isEchoing = true
  util.onChildrenChange(GROUP)
  expect(util.takenApart).toHaveLength(2)
})

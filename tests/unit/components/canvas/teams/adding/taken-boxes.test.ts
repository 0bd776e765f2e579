import { atom, type Editor, type TLStore } from 'tldraw'
import { expect, it } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import { attachClient } from '@/components/canvas/session/store-client'
import { takenBoxes } from '@/components/canvas/teams/adding/taken-boxes'
import { freePlace } from '@/lib/teams/free-place'

const TEAM = { x: 0, y: 0, w: 320, h: 64 }
const LINK = { x: 352, y: 0, w: 140, h: 60 }

const store = {} as TLStore
attachClient(store, {
  view: { standingTeams: atom('teams', [{ box: TEAM, dock: { ...TEAM, h: 0 } }]) },
} as unknown as BoardClient)

/** A page with one team that carries no card, an interaction beside it, and a note that may lie under a team. */
const editor = {
  store,
  getCurrentPageShapes: () => [{ type: 'interaction' }, { type: 'note' }],
  getShapePageBounds: () => LINK,
} as unknown as Editor

it('is what stands there of the map: a team that is added lies on no interaction', () => {
  const taken = takenBoxes(editor)
  expect(taken).toEqual([TEAM, LINK])
  const { x, y } = freePlace([{ x: 0, y: 0, w: 900, h: 600 }], { w: 320, h: 64 }, taken)
  for (const box of taken) expect(x < box.x + box.w && y < box.y + box.h).toBe(false)
})

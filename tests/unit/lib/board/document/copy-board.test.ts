import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { copyBoard } from '@/lib/board/document/copy-board'
import {
  CANVAS_INSTANCE,
  openBoardDocument,
  placementKey,
  teamTarget,
  type BoardDocument,
} from '@/lib/board/layout'
import { assignTeam } from '@/lib/board/operations/assign'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { addInteraction } from '@/lib/board/operations/interactions'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, updateRecords } from '@/lib/board/operations/records'
import { listInitiatives, readPlacement, readRecord } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import { authorOf, geoRecord, initiativeId, NOW, seededBoard } from '@/tests/support/boards/board-builders'
import {
  boardWithMap,
  interactionId,
  MAP,
  standTeam,
  teamId,
  teamKey,
} from '@/tests/support/boards/team-board'

const ADA = authorOf('ada')
const [kept, dropped] = [initiativeId('kept'), initiativeId('dropped')]
const onCurve = { target: 'curve:linear', x: 0.5, dx: 0, dy: 0 }
const onCanvas = { target: 'canvas', dx: 10, dy: 20 }

function workedOn(): BoardDocument {
  const board = seededBoard()
  addInitiatives(board, ADA, [
    { id: kept, title: 'Kept', team: 'Blue' },
    { id: dropped, title: 'Dropped' },
  ])
  ;(board.initiatives.get(kept)?.get('title') as Y.Text).insert(4, ' and changed')
  setPlacements(board, ADA, [
    { key: placementKey(kept, FIRST_INSTANCE), placement: onCurve },
    { key: placementKey(kept, CANVAS_INSTANCE), placement: onCanvas },
    { key: placementKey(dropped, FIRST_INSTANCE), placement: onCurve },
  ])
  setInitiativeDeleted(board, ADA, { id: dropped, deleted: true })
  const shape = geoRecord('shape:box')
  createRecords(board, ADA, [shape])
  updateRecords(board, ADA, [{ before: shape, after: { ...shape, x: 77 } }])
  return board
}

function copied(source: BoardDocument, renameAsset = (src: string): string => src): BoardDocument {
  const target = openBoardDocument(new Y.Doc())
  copyBoard(source, target, { epoch: 1, now: NOW + 5, renameAsset })
  return target
}

test('a copy has what stands on the board, as it was changed, with who made it', () => {
  const copy = copied(workedOn())
  expect(listInitiatives(copy)).toMatchObject([
    { id: kept, title: 'Kept and changed', team: 'Blue', createdBy: 'ada', createdAt: NOW },
  ])
  expect(readPlacement(copy, placementKey(kept, FIRST_INSTANCE))).toEqual(onCurve)
  expect(readPlacement(copy, placementKey(kept, CANVAS_INSTANCE))).toEqual(onCanvas)
  expect(readRecord(copy.records.get('shape:box') ?? new Y.Map())).toMatchObject({ x: 77 })
})

test('a copy has nothing of what was deleted, nor of the history', () => {
  const source = workedOn()
  setPlacements(source, ADA, [{ key: placementKey(kept, CANVAS_INSTANCE), placement: null }])
  const copy = copied(source)
  expect([...copy.initiatives.keys()]).toEqual([kept])
  expect([...copy.placements.keys()]).toEqual([placementKey(kept, FIRST_INSTANCE)])
  expect([...copy.doc.store.clients.keys()]).toEqual([copy.doc.clientID])
})

test('nothing in a copy names a team that was deleted before: cards come back to the tray and can be given away', () => {
  const source = boardWithMap()
  addInitiatives(source, ADA, [{ id: kept, title: 'Kept' }])
  for (const [at, name] of ['gone', 'stays', 'too'].entries())
    standTeam(source, name, { dx: 400 * at, dy: 0 })
  const bound = { mode: 'collaboration', instance: MAP, wh: [140, 60], offset: [0, 0], rotation: 0 } as const
  addInteraction(source, ADA, {
    ...bound,
    ...{ id: interactionId('lost'), from: teamId('stays'), to: teamId('gone') },
  })
  addInteraction(source, ADA, {
    ...bound,
    ...{ id: interactionId('sound'), from: teamId('stays'), to: teamId('too') },
  })
  assignTeam(source, ADA, { id: kept, teamId: teamId('gone') })
  const onTeam = { target: teamTarget(teamId('gone')), dx: 0, dy: 0 }
  setPlacements(source, ADA, [{ key: placementKey(kept, MAP), placement: onTeam }])
  source.teams.get('gone')?.set('deleted', { by: 'ada', at: NOW })
  const copy = copied(source)
  expect([...copy.interactions.keys()]).toEqual(['sound'])
  expect(copy.initiatives.get(kept)?.has('teamId')).toBe(false)
  expect([...copy.placements.keys()].sort()).toEqual([teamKey('stays'), teamKey('too')])
})

test('a copy is of its own epoch and keeps the layout and the schema', () => {
  const source = workedOn()
  source.meta.set('epoch', 7)
  expect(copied(source).meta.toJSON()).toEqual({ ...source.meta.toJSON(), epoch: 1 })
})

test('a copy changes apart from what it was copied from', () => {
  const source = workedOn()
  const copy = copied(source)
  ;(copy.initiatives.get(kept)?.get('title') as Y.Text).insert(0, 'Not ')
  expect(listInitiatives(source)[0]?.title).toBe('Kept and changed')
})

test('an image in a copy has an address of its own, also one that was changed later', () => {
  const source = seededBoard()
  const props = { name: 'a.png', src: '/assets/one', w: 1, h: 1, mimeType: 'image/png', isAnimated: false }
  const asset = { id: 'asset:a', typeName: 'asset', type: 'image', props, meta: {} }
  createRecords(source, ADA, [asset])
  updateRecords(source, ADA, [
    { before: asset, after: { ...asset, props: { ...props, src: '/assets/two' } } },
  ])
  const copy = copied(source, (src) => `${src}-copy`)
  expect(readRecord(copy.records.get('asset:a') ?? new Y.Map())).toMatchObject({
    props: { name: 'a.png', src: '/assets/two-copy' },
  })
})

import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { textAt } from '@/lib/board/text/rewrite-text'
import { LIMITS } from '@/lib/sync/limits'
import { Findings } from '@/server/sync/guard/judge/findings'
import type { Json } from '@/lib/board/layout'
import { createRecords } from '@/lib/board/operations/records'
import { authorOf, initiativeId } from '@/tests/support/boards/board-builders'
import { furnish, GuardedBoard, outcomeOf, recordBy, recordIn, type Visitor } from '../guarded-board'
import { rawUpdate } from '../raw-update'

const GONE = 2_000
const SUMMARY = { root: 'initiatives', id: initiativeId('alpha'), field: 'summary' } as const

/** Letters that are gone, by two hands in turns, so that Yjs joins none of them; behind this one. */
function goneLetters(behind: Y.ID): Uint8Array {
  const hands = [71, 72].map((client) => ({ client, clock: 0, structs: [] as object[] }))
  let origin = behind
  for (let at = 0; at < GONE; at++) {
    const [client, clock] = [71 + (at % 2), Math.floor(at / 2)]
    hands[at % 2]?.structs.push({ origin, content: new Y.ContentDeleted(1) })
    origin = Y.createID(client, clock)
  }
  return rawUpdate(hands as Parameters<typeof rawUpdate>[0])
}

it('[ROOM-15] counts what was passed of a text to cut it, or to see on a full board what was typed in it', () => {
  const room = new GuardedBoard(furnish)
  const bo = room.join('bo')
  const type = (letters: string): number | undefined => {
    textAt(bo.board, SUMMARY)?.insert(0, letters)
    return room.tick(bo).moved.get(bo.author.personId)
  }
  type('x')
  const first = textAt(bo.board, SUMMARY)?._start
  expect(first).toBeTruthy()
  if (first) expect(room.send(bo, goneLetters(first.id))).toMatchObject({ taken: 1, end: null })
  expect(type('fits')).toBe(0)
  expect(type('y'.repeat(LIMITS.SUMMARY_CHARACTERS))).toBeGreaterThan(GONE * LIMITS.MOVED_PER_TEXT_ITEM)
  textAt(bo.board, SUMMARY)?.delete(0, 100)
  expect(outcomeOf(room.tick(bo), bo).refusals).toEqual([])
  room.isFull = true
  expect(type('z')).toBeGreaterThan(GONE * LIMITS.MOVED_PER_TEXT_ITEM)
})

it('counts all that one message violates as one, and how much more it was', () => {
  const findings = new Findings()
  const violate = (times: number): void => {
    for (let at = 0; at < times; at++) findings.addViolation()
  }
  for (const times of [3, 0, 1]) findings.asOne(() => violate(times))
  violate(1)
  expect([findings.violations, findings.forgiven]).toEqual([3, 2])
})

it('forgives what is only too much together with what another wrote meanwhile, and puts it back', () => {
  const plain = recordBy('ada', 'shape:cloud')
  const props = { ...(plain['props'] as Record<string, Json>), w: 9_000, h: 9_000 }
  const room = new GuardedBoard((board) => {
    furnish(board)
    createRecords(board, authorOf('ada'), [{ ...plain, props }])
  })
  const [bo, eve] = [room.join('bo'), room.join('eve')]
  const write = ({ board }: Visitor, unit: string, value: Json): void => {
    board.records.get('shape:cloud')?.set(unit, value)
  }
  write(eve, 'props.geo', 'cloud')
  write(bo, 'wh', [11_000, 9_000])
  const outcome = room.tick(eve, bo)
  expect(outcomeOf(outcome, eve)).toMatchObject({ violations: 0, refusals: [] })
  expect(outcomeOf(outcome, bo)).toMatchObject({
    violations: 0,
    forgiven: 1,
    refusals: [{ code: 'invalid-input', record: 'records/shape:cloud' }],
  })
  expect(recordIn(room.board, 'shape:cloud')).toMatchObject({ props: { geo: 'cloud', w: 9_000 } })
  write(bo, 'wh', ['wide', 9_000])
  expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ violations: 1, forgiven: 0 })
})

it('forgives nothing that others had no part in: a picture of another board, and parts without end', () => {
  const props = { name: 'Picture', w: 10, h: 10, mimeType: 'image/png', isAnimated: false }
  const picture = {
    ...{ id: 'asset:picture', typeName: 'asset', type: 'image', meta: {} },
    props: { ...props, src: '/assets/this-board-a' },
  }
  const room = new GuardedBoard((board) => {
    furnish(board)
    createRecords(board, authorOf('ada'), [picture])
  })
  const bo = room.join('bo')
  const write = (id: string, units: Record<string, Json>): unknown => {
    for (const [unit, value] of Object.entries(units)) bo.board.records.get(id)?.set(unit, value)
    return outcomeOf(room.tick(bo), bo)
  }
  expect(write('asset:picture', { 'props.src': '/assets/another-a' })).toMatchObject({
    violations: 1,
    forgiven: 0,
  })
  const many = Object.fromEntries(Array.from({ length: LIMITS.RECORD_UNITS }, (_, at) => [`meta.k${at}`, at]))
  expect(write('shape:note', many)).toMatchObject({ violations: 1, forgiven: 0 })
})

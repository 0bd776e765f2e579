import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { REMOVED, type BoardDocument, type UnitMap } from '@/lib/board/layout'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import {
  addInstance,
  moveInstance,
  renameInstance,
  setInstanceDeleted,
} from '@/lib/board/operations/instances'
import { setPlacements } from '@/lib/board/operations/placements'
import { editText } from '@/lib/board/operations/texts'
import { listInstances, readInitiative, readInstance } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import type { Author } from '@/lib/board/step'
import type { InstanceId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { authorOf, initiativeId, NOW } from '@/tests/support/boards/board-builders'
import { contentsOf, furnish, GuardedBoard, outcomeOf, type Visitor } from '../guarded-board'

const alpha = initiativeId('alpha')

function fieldsOf(board: BoardDocument, id: string = alpha): UnitMap {
  const fields = board.initiatives.get(id)
  if (!fields) throw new Error(`${id} is there`)
  return fields
}

function type({ board, author }: Visitor, field: string, insert: string): void {
  editText(board, author, { root: 'initiatives', id: alpha, field, at: 0, remove: 0, insert })
}

describe('judging entities', () => {
  it.each<[string, string, unknown]>([
    ['an effort below nothing', 'effort', -1],
    ['a team that is no text', 'team', { name: 'x' }],
    ['a tag that holds two', 'tags', ['a, b']],
    ['tags without end', 'tags', Array.from({ length: 21 }, (_, at) => `t${at}`)],
    ['a link that runs something', 'links', ['javascript:alert(1)']],
    ['a link that is no text', 'links', [{ href: 'https://example.org' }]],
    ['a field nobody knows', 'junk', 1],
    ['a field named as what every object has', 'constructor', 1],
    ['a deletion that says nothing', 'deleted', 'yes'],
  ])('writes back %s', (_what, field, value) => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    const before = readInitiative(room.board, alpha)
    fieldsOf(bo.board).set(field, value)
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({
      violations: 1,
      end: null,
      refusals: [{ code: 'invalid-input', record: 'initiatives/alpha' }],
    })
    expect(readInitiative(room.board, alpha)).toEqual(before)
    expect(fieldsOf(room.board).has('junk')).toBe(false)
    expect(contentsOf(bo.board)).toEqual(room.contents)
  })

  it('takes a field that is taken away, and one that comes back', () => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    for (const team of ['Blue', REMOVED]) {
      fieldsOf(bo.board).set('team', team)
      expect(outcomeOf(room.tick(bo), bo).violations).toBe(0)
      expect(fieldsOf(room.board).get('team')).toEqual(team)
    }
  })

  it('takes tags and links', () => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    fieldsOf(bo.board).set('tags', ['urgent'])
    fieldsOf(bo.board).set('links', ['https://example.org/a'])
    expect(outcomeOf(room.tick(bo), bo).violations).toBe(0)
    expect(readInitiative(room.board, alpha)).toMatchObject({
      tags: ['urgent'],
      links: ['https://example.org/a'],
    })
  })

  it('keeps who made an entity and when', () => {
    const room = new GuardedBoard(furnish)
    const fay = room.join('fay', 'facilitator')
    fieldsOf(fay.board).set('createdBy', 'fay')
    fieldsOf(fay.board).set('createdAt', 5)
    expect(outcomeOf(room.tick(fay), fay)).toMatchObject({ violations: 2 })
    expect(readInitiative(room.board, alpha)).toMatchObject({ createdBy: 'ada', createdAt: NOW })
  })

  it('sets a forged author of a new entity right, and gives it the texts it lacks', () => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    const fields = new Y.Map<unknown>([
      ['createdBy', 'ada'],
      ['createdAt', 'never'],
    ])
    bo.board.initiatives.set('beta', fields)
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ violations: 1 })
    expect(readInitiative(room.board, initiativeId('beta'))).toMatchObject({
      createdBy: 'bo',
      createdAt: room.now,
    })
    expect(fieldsOf(bo.board, 'beta').get('title')).toBeInstanceOf(Y.Text)
  })

  it('takes a new entity that is not valid away again', () => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    bo.board.initiatives.set('beta', new Y.Map<unknown>([['effort', 'much']]))
    expect(outcomeOf(room.tick(bo), bo).refusals).toEqual([
      { code: 'invalid-input', record: 'initiatives/beta' },
    ])
    expect(room.board.initiatives.has('beta') || bo.board.initiatives.has('beta')).toBe(false)
  })

  it('has deletions signed by whoever deletes', () => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    fieldsOf(bo.board).set('deleted', { by: 'ada', at: NOW })
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ violations: 1 })
    expect(readInitiative(room.board, alpha)?.deleted).toEqual({ by: 'bo', at: NOW })
    setInitiativeDeleted(bo.board, bo.author, { id: alpha, deleted: false })
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ violations: 0 })
    expect(readInitiative(room.board, alpha)?.deleted).toBeUndefined()
  })

  it('keeps letters typed while somebody else deletes', () => {
    const room = new GuardedBoard(furnish)
    const [ada, bo] = [room.join('ada'), room.join('bo')]
    setInitiativeDeleted(ada.board, ada.author, { id: alpha, deleted: true })
    type(bo, 'title', 'My ')
    room.tick(ada, bo)
    expect(readInitiative(room.board, alpha)).toMatchObject({ title: 'My Title', deleted: { by: 'ada' } })
  })

  it('cuts texts at their end, never through a letter', () => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    type(bo, 'title', 'x'.repeat(LIMITS.TITLE_CHARACTERS - 1) + '😀')
    type(bo, 'summary', 'y'.repeat(LIMITS.SUMMARY_CHARACTERS + 1))
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({
      violations: 0,
      refusals: [{ code: 'too-large', record: 'initiatives/alpha' }],
    })
    const { title, summary } = readInitiative(room.board, alpha) ?? { title: '', summary: '' }
    expect(title).toBe('x'.repeat(LIMITS.TITLE_CHARACTERS - 1))
    expect(summary).toHaveLength(LIMITS.SUMMARY_CHARACTERS)
    expect(contentsOf(bo.board)).toEqual(room.contents)
  })

  it('cuts the texts of new entities too', () => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    addInitiatives(bo.board, bo.author, [{ id: initiativeId('beta'), title: 'z'.repeat(200) }])
    room.tick(bo)
    expect(readInitiative(room.board, initiativeId('beta'))?.title).toHaveLength(LIMITS.TITLE_CHARACTERS)
  })

  it('takes back initiatives beyond what a board holds, which is no violation', () => {
    const drafts = Array.from({ length: LIMITS.INITIATIVES - 1 }, (_, at) => ({
      id: initiativeId(`i${at}`),
      title: '',
    }))
    const room = new GuardedBoard((board) => {
      addInitiatives(board, authorOf('ada'), drafts)
    })
    const bo = room.join('bo')
    addInitiatives(bo.board, bo.author, [
      { id: initiativeId('last'), title: 'a' },
      { id: initiativeId('over'), title: 'b' },
    ])
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({
      violations: 0,
      refusals: [{ code: 'too-large', record: 'initiatives/over' }],
    })
    expect(room.board.initiatives.has('last')).toBe(true)
    expect(bo.board.initiatives.has('over')).toBe(false)
  })

  it('brings back no initiative beyond what a board holds, until another is deleted', () => {
    const [gone, other] = [initiativeId('gone'), initiativeId('i0')]
    const room = new GuardedBoard((board) => {
      const ada = authorOf('ada')
      addInitiatives(board, ada, [{ id: gone, title: 'Gone' }])
      setInitiativeDeleted(board, ada, { id: gone, deleted: true })
      const drafts = Array.from({ length: LIMITS.INITIATIVES }, (_, at) => ({
        id: initiativeId(`i${at}`),
        title: '',
      }))
      addInitiatives(board, ada, drafts)
    })
    const bo = room.join('bo')
    setInitiativeDeleted(bo.board, bo.author, { id: gone, deleted: false })
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({
      violations: 0,
      refusals: [{ code: 'too-large', record: 'initiatives/gone' }],
    })
    expect(readInitiative(room.board, gone)?.deleted).toBeDefined()
    expect(contentsOf(bo.board)).toEqual(room.contents)
    setInitiativeDeleted(bo.board, bo.author, { id: other, deleted: true })
    setInitiativeDeleted(bo.board, bo.author, { id: gone, deleted: false })
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ violations: 0, refusals: [] })
    expect(readInitiative(room.board, gone)?.deleted).toBeUndefined()
  })

  it('takes a template a participant put up away again', () => {
    const room = new GuardedBoard(furnish)
    const fields = (): UnitMap =>
      new Y.Map<unknown>([
        ['templateId', 'effort-value-curves'],
        ['place', [0, 0]],
        ['createdBy', 'bo'],
        ['createdAt', NOW],
      ])
    const bo = room.join('bo')
    bo.board.instances.set('mine', fields())
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ violations: 1, end: null })
    expect(room.board.instances.has('mine')).toBe(false)
  })

  it('refuses a template nobody knows, and a change of template', () => {
    const room = new GuardedBoard(furnish)
    const fay = room.join('fay', 'facilitator')
    fay.board.instances.get('first')?.set('templateId', 'other')
    fay.board.instances.set(
      'mine',
      new Y.Map<unknown>([
        ['templateId', 'other'],
        ['place', [0, 0]],
      ]),
    )
    expect(outcomeOf(room.tick(fay), fay)).toMatchObject({ violations: 2 })
    expect(room.board.instances.get('first')?.get('templateId')).toBe('effort-value-curves')
    expect(room.board.instances.has('mine')).toBe(false)
  })

  it.each<[string, (board: BoardDocument, author: Author) => unknown]>([
    ['moves it', (board, author) => moveInstance(board, author, { id: FIRST_INSTANCE, place: [90, 90] })],
    ['renames it', (board, author) => renameInstance(board, author, { id: FIRST_INSTANCE, name: 'Mine' })],
    [
      'removes it',
      (board, author) => setInstanceDeleted(board, author, { id: FIRST_INSTANCE, deleted: true }),
    ],
    [
      'adds another',
      (board, author) =>
        addInstance(board, author, { id: 'other' as InstanceId, templateId: 'team-map', place: [0, 0] }),
    ],
  ])('takes from a facilitator who %s, and puts it back for a participant and a viewer', (_what, act) => {
    const room = new GuardedBoard(furnish)
    const before = listInstances(room.board)
    for (const role of ['participant', 'viewer'] as const) {
      const bo = room.join(`bo-${role}`, role)
      act(bo.board, bo.author)
      expect(outcomeOf(room.tick(bo), bo).refusals).toMatchObject([{ code: 'not-allowed' }])
      expect(listInstances(room.board)).toEqual(before)
    }
    const fay = room.join('fay', 'facilitator')
    act(fay.board, fay.author)
    expect(outcomeOf(room.tick(fay), fay)).toMatchObject({ violations: 0, refusals: [], end: null })
    expect(listInstances(room.board)).not.toEqual(before)
    expect(contentsOf(fay.board)).toEqual(room.contents)
  })

  it.each<[string, string, unknown]>([
    ['a name that is no text', 'name', { x: 1 }],
    ['a name longer than anybody reads', 'name', 'x'.repeat(121)],
    ['a place that is none', 'place', [0]],
    ['a place beyond all paper', 'place', [1e9, 0]],
  ])('writes back %s of a template', (_what, field, value) => {
    const room = new GuardedBoard(furnish)
    const fay = room.join('fay', 'facilitator')
    fay.board.instances.get('first')?.set(field, value)
    expect(outcomeOf(room.tick(fay), fay)).toMatchObject({
      violations: 1,
      refusals: [{ code: 'invalid-input' }],
    })
    expect(listInstances(room.board)).toMatchObject([{ place: [0, 0] }])
    expect(readInstance(room.board, FIRST_INSTANCE)).not.toHaveProperty('name')
  })

  it('lets a template of another version be moved and removed, and keeps what stands on it', () => {
    const strange = 'strange' as InstanceId
    const placement = { target: 'curve:spiral', x: 0.5, dx: 0, dy: 0 }
    const room = new GuardedBoard((board) => {
      furnish(board)
      addInstance(board, authorOf('ada'), { id: strange, templateId: 'from-tomorrow', place: [0, 0] })
      setPlacements(board, authorOf('ada'), [{ key: `${alpha}/strange`, placement }])
    })
    const fay = room.join('fay', 'facilitator')
    moveInstance(fay.board, fay.author, { id: strange, place: [50, 60] })
    setInstanceDeleted(fay.board, fay.author, { id: strange, deleted: true })
    expect(outcomeOf(room.tick(fay), fay)).toMatchObject({ violations: 0, refusals: [] })
    expect(readInstance(room.board, strange)).toMatchObject({ place: [50, 60], deleted: { by: 'fay' } })
    expect(room.board.placements.get(`${alpha}/strange`)).toEqual(placement)
  })

  it('takes templates up to the limit and no more', () => {
    const room = new GuardedBoard(furnish)
    const fay = room.join('fay', 'facilitator')
    for (let at = 1; at <= LIMITS.TEMPLATES; at++) {
      const id = `t${at}` as InstanceId
      addInstance(fay.board, fay.author, { id, templateId: 'team-map', place: [at * 2_000, 0] })
    }
    expect(outcomeOf(room.tick(fay), fay)).toMatchObject({
      violations: 0,
      refusals: [{ code: 'too-large', record: `instances/t${LIMITS.TEMPLATES}` }],
    })
    expect(room.board.instances.size).toBe(LIMITS.TEMPLATES)
  })
})

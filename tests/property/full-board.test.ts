import fc from 'fast-check'
import { encode, writeAny, type AnyEncodable } from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { CANVAS_INSTANCE, placementKey, teamPlacementKey, type BoardDocument } from '@/lib/board/layout'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { createRecords, deleteRecords } from '@/lib/board/operations/records'
import { addTeam } from '@/lib/board/operations/teams'
import type { InstanceId, TeamId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { authorOf, initiativeId } from '../support/boards/board-builders'
import { SeededRandom } from '../support/seeded-random'
import { GuardedBoard, recordBy, type Visitor } from '../unit/server/sync/guard/guarded-board'

const SEED = 20_261_129
const LIMIT_MS = 60_000
/** So much longer what stands on the board of a run may become. */
const LEFT_BYTES = 6_000
const MEMO_CHARACTERS = 1_000
const RECORDS = Array.from({ length: 8 }, (_one, at) => `shape:r${at}`)
/** Deleted and made again. Of the others little goes, so that nothing makes space for what comes. */
const GOING = 'shape:r0'
const INITIATIVES = Array.from({ length: 6 }, (_one, at) => initiativeId(`i${at}`))
const TEAM = 'team' as TeamId
const MAP = 'first' as InstanceId
const MARK_BYTES = 100
/** A move and a deletion of each thing are marked once, also where nothing else is taken. */
const MARKS_BYTES = (RECORDS.length + INITIATIVES.length + 1) * 3 * MARK_BYTES

function furnish(board: BoardDocument): void {
  const ada = authorOf('ada')
  const meta = { createdBy: 'ada', createdAt: 1, memo: 'm'.repeat(MEMO_CHARACTERS) }
  createRecords(
    board,
    ada,
    RECORDS.map((id, at) => recordBy('ada', id, { index: `a${at + 1}`, meta })),
  )
  addInitiatives(
    board,
    ada,
    INITIATIVES.map((id) => ({ id, title: 'Title' })),
  )
  addTeam(board, ada, {
    id: TEAM,
    name: 'Team',
    type: 'stream-aligned',
    instanceId: MAP,
    at: { dx: 0, dy: 0, w: 99, h: 99 },
  })
  for (const id of INITIATIVES.slice(0, 3))
    board.placements.set(placementKey(id, CANVAS_INSTANCE), { target: 'canvas', dx: 0, dy: 0 })
}

function textOf(board: BoardDocument, random: SeededRandom): Y.Text {
  const fields = board.initiatives.get(random.pick(INITIATIVES as [never, ...never[]]))
  return fields?.get(random.pick(['title', 'summary'])) as Y.Text
}

/** What people do, and what somebody does who wants the board to grow. */
function act({ board, author }: Visitor, random: SeededRandom): void {
  const record = random.pick(RECORDS as [string, ...string[]])
  const initiative = random.pick(INITIATIVES as [(typeof INITIATIVES)[number], ...typeof INITIATIVES])
  const map = board.records.get(record)
  const junk = 'é'.repeat(random.below(400))
  const acts: readonly [() => unknown, ...(() => unknown)[]] = [
    () => map?.set('place', ['page:page', random.below(999) / 7, 5, 0]),
    () => map?.set('wh', [50 + random.below(900), 77]),
    () => map?.set('props.color', random.pick(['red', 'blue', 'light-violet'])),
    () => map?.set('meta.memo', 'n'.repeat(MEMO_CHARACTERS + random.pick([-50, 0, 150, 4_000]))),
    () => map?.set(`meta.m${random.below(40)}`, junk),
    () => {
      for (const id of RECORDS) board.records.get(id)?.set(`meta.s${random.below(20)}`, 'é'.repeat(95))
    },
    () =>
      map?.set(
        `meta.o${random.below(9)}`,
        Array.from({ length: random.below(60) }, () => ({})),
      ),
    () => map?.set(random.pick(['props.url', 'x', 'meta.memo']), { removed: 1 }),
    () => deleteRecords(board, author, [GOING]),
    () =>
      createRecords(board, author, [
        recordBy(author.personId, GOING, { meta: { createdBy: 'ada', createdAt: 1, memo: junk.repeat(9) } }),
      ]),
    () => createRecords(board, author, [recordBy(author.personId, `shape:n${random.below(99)}`)]),
    () => addInitiatives(board, author, [{ id: initiativeId(`n${random.below(99)}`), title: 'New' }]),
    () => setInitiativeDeleted(board, author, { id: initiative, deleted: random.below(2) === 0 }),
    () => board.initiatives.get(initiative)?.set(random.pick(['owner', 'team', 'nothing']), junk || 'Ann'),
    () => board.initiatives.get(initiative)?.set('links', [`https://example.org/${junk}`]),
    () => board.teams.get(TEAM)?.set(random.pick(['focus', 'size']), random.pick<string | number>([junk, 5])),
    () =>
      board.placements.set(placementKey(initiative, CANVAS_INSTANCE), random.pick([null, canvasAt(random)])),
    () =>
      board.placements.set(
        teamPlacementKey(TEAM, MAP),
        random.pick([null, { target: 'frame', dx: 1, dy: 1, w: 99, h: 99 }]),
      ),
    () => board.instances.get(MAP)?.set('place', [random.below(9), 1]),
    () => textOf(board, random).insert(0, random.pick(['a', junk, '界'.repeat(300)])),
    () => {
      const text = textOf(board, random)
      text.delete(0, Math.min(text.length, random.below(200)))
    },
  ]
  random.pick(acts)()
}

function canvasAt(random: SeededRandom) {
  return { target: 'canvas', dx: random.below(99) / 7, dy: 0 }
}

/** What stands in a document, in bytes: its living values and letters, and the keys they stand under. */
function standingBytes({ store }: Y.Doc): number {
  let bytes = 0
  for (const structs of store.clients.values()) {
    for (const item of structs) {
      if (!(item instanceof Y.Item) || item.deleted) continue
      bytes += item.parentSub?.length ?? 0
      if (item.content instanceof Y.ContentString) bytes += Buffer.byteLength(item.content.str)
      if (!(item.content instanceof Y.ContentAny)) continue
      const { arr } = item.content
      bytes += encode((encoder) => writeAny(encoder, arr as AnyEncodable)).length
    }
  }
  return bytes
}

test(
  '[ACCESS-12] a full board grows by no more than it says, whatever is written to it',
  () => {
    let [refused, most] = [0, 0]
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = new SeededRandom(seed)
        const room = new GuardedBoard(furnish)
        const people = [room.join('fay', 'facilitator'), room.join('ada'), room.join('bo')]
        const before = standingBytes(room.board.doc)
        room.isFull = true
        // With nothing but the space for what reads no longer, or with more: then each memo stands twice at most.
        const kept = random.pick([0, LIMITS.FULL_KEPT_BYTES])
        const again = kept && RECORDS.length * 1.2 * MEMO_CHARACTERS
        room.bytes = LIMITS.DOCUMENT_BYTES + LIMITS.FULL_MORE_BYTES - kept - LEFT_BYTES
        for (let turn = 0; turn < 150; turn++) {
          for (const person of people) act(person, random)
          const { senders } = room.tick(...people.slice(random.below(people.length)))
          for (const { refusals } of senders.values())
            refused += refusals.filter(({ code }) => code === 'board-full').length
          const grown = standingBytes(room.board.doc) - before
          most = Math.max(most, grown)
          expect(grown).toBeLessThan(LEFT_BYTES + again + MARKS_BYTES)
        }
      }),
      { numRuns: 12, seed: SEED },
    )
    expect(refused).toBeGreaterThan(500)
    expect(most).toBeGreaterThan(LEFT_BYTES)
  },
  LIMIT_MS,
)

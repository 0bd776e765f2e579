import fc from 'fast-check'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { carryOnCopy } from '@/components/board/offline/carrying/carry-on-copy'
import type { KeptChange } from '@/components/board/offline/storage/offline-storage'
import type { BoardDocument } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setInitiativeFields } from '@/lib/board/operations/initiative-fields'
import { readInitiative } from '@/lib/board/read'
import { authorOf, copyOf, initiativeId, seededBoard, syncBoards } from '../support/boards/board-builders'
import { keptChange } from '../unit/components/board/support/kept-samples'

const SEED = 20_261_128
const [ADA, BO] = [authorOf('ada'), authorOf('bo')]
const ALPHA = initiativeId('alpha')
const MOST_DEEDS = 12
const LIMIT_MS = 60_000

const field = fc.constantFrom('owner', 'team')
const history = fc.record({
  /** Which of two pages of Ada set what, in the order of age. */
  deeds: fc.array(fc.tuple(fc.constantFrom(0, 1), field), { minLength: 3, maxLength: MOST_DEEDS }),
  /** By client ids Yjs decides whose of two at once is the last: Bo's is among these of Ada's, or beside them. */
  heirs: fc.uniqueArray(
    fc.integer({ min: 100, max: 900 }).map((id) => 2 * id),
    {
      minLength: 2 * MOST_DEEDS,
      maxLength: 2 * MOST_DEEDS,
    },
  ),
  boId: fc.integer({ min: 50, max: 950 }).map((id) => 2 * id + 1),
  /** What Bo sets, each when so much of what Ada brings has arrived, which he has heard of or not. */
  theirs: fc
    .array(fc.record({ after: fc.nat(MOST_DEEDS), set: field, hasHeard: fc.boolean() }), { maxLength: 4 })
    .map((sets) => sets.sort((one, other) => one.after - other.after)),
})
type History = typeof history extends fc.Arbitrary<infer One> ? One : never
type Theirs = History['theirs'][number]

function keptOf({ deeds, heirs }: History): readonly KeptChange[] {
  return deeds.map(([page, unit], at) => {
    const before = deeds.slice(0, at).filter(([other]) => other === page).length
    const ofPage = heirs.slice(page * MOST_DEEDS, (page + 1) * MOST_DEEDS)
    const part = { kind: 'unit', root: 'initiatives', id: ALPHA, unit, value: `ada ${at}` } as const
    return keptChange(`old ${at}`, { at, parts: [part], heirs: ofPage.slice(before) })
  })
}

function fieldsOn(board: BoardDocument): Record<string, unknown> {
  const { owner, team } = readInitiative(board, ALPHA) ?? {}
  return { owner, team }
}

/** Lets Bo set something, on what he has heard of by then. */
function setAsBo(server: BoardDocument, bo: BoardDocument, [number, one]: readonly [number, Theirs]): void {
  if (one.hasHeard) syncBoards(server, bo)
  setInitiativeFields(bo, BO, [{ id: ALPHA, fields: { [one.set]: `bo ${number}` } }])
  syncBoards(server, bo)
}

/** What somebody set last of all that they set. */
function lastOf(sets: readonly string[], name: string, who: string): string[] {
  const at = sets.lastIndexOf(name)
  return at < 0 ? [] : [`${who} ${at}`]
}

function expectLatest({ deeds, theirs }: History, fields: Record<string, unknown>): void {
  const [hers, his] = [deeds.map(([, name]) => name), theirs.map(({ set }) => set)]
  for (const name of ['owner', 'team']) {
    const possible = [...lastOf(hers, name, 'ada'), ...lastOf(his, name, 'bo')]
    if (possible.length > 0) expect(possible).toContain(fields[name])
  }
}

test(
  '[EPOCH-3] what two pages kept in turns is brought in steps of which the latest counts, or what somebody else set',
  () => {
    let [cut, bos] = [0, 0]
    fc.assert(
      fc.property(history, (one) => {
        const page = seededBoard()
        addInitiatives(page, ADA, [{ id: ALPHA, title: 'Alpha' }])
        const [server, bo] = [copyOf(page, 8), copyOf(page, one.boId)]
        const { carried, lost } = carryOnCopy({ board: page, epoch: 2, author: ADA }, keptOf(one))
        const theirs = [...one.theirs.entries()]
        for (const [arrived, { update }] of carried.entries()) {
          for (const deed of theirs) if (deed[1].after === arrived) setAsBo(server, bo, deed)
          for (const board of [page, server]) Y.applyUpdate(board.doc, update)
        }
        for (const deed of theirs) if (deed[1].after >= carried.length) setAsBo(server, bo, deed)
        for (const board of [page, bo, page]) syncBoards(server, board)
        const fields = fieldsOn(server)
        expect([fieldsOn(page), fieldsOn(bo), lost]).toEqual([fields, fields, []])
        expectLatest(one, fields)
        cut += carried.length > 2 ? 1 : 0
        bos += JSON.stringify(fields).includes('bo') ? 1 : 0
      }),
      { seed: SEED, numRuns: 100 },
    )
    expect([cut > 40, bos > 20]).toEqual([true, true])
  },
  LIMIT_MS,
)

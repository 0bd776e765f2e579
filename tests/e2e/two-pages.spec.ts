import { expect, test } from '@playwright/test'
import type { BoardRecord } from '@/lib/board/layout'
import { createRecords } from '@/lib/board/operations/records'
import { readRecord } from '@/lib/board/read'
import { sameJson } from '@/lib/board/units'
import { drawStrangeBoard, strangerOf } from '../support/boards/strange-board'
import { BoardPage } from '../support/pages/board-page'
import {
  createBoard,
  joinBoard,
  openBrowserOf,
  readLinks,
  waitUntilSaved,
  type Person,
} from '../support/pages/people'
import { doSomething } from '../support/pages/random-deeds'
import { connectAs, type PlainClient } from '../support/rooms/plain-client'
import { seedFor } from '../support/seed-for'
import { SeededRandom } from '../support/seeded-random'
import { startContourServer, type ContourServer } from '../support/servers/contour-server'

/** `CONTOUR_TEST_BOARDS=100` hunts for longer, from `CONTOUR_TEST_SEED` on. */
const BOARDS = Number(process.env['CONTOUR_TEST_BOARDS'] ?? 2)
const BOARD_MS = 90_000
const ROUNDS = 3
const DEEDS_PER_ROUND = 4
const DERIVED = ['shape:frame-first', 'shape:plot-first-linear', 'shape:card-one-first']

let server: ContourServer

test.beforeAll(async () => {
  server = await startContourServer()
})
test.afterAll(() => server.stop())

test('whatever two people do on one board, both see what the server has, and nothing falls', async ({
  browser,
}) => {
  test.setTimeout(BOARDS * BOARD_MS)
  const first = seedFor(20_261_202)
  for (const seed of Array.from({ length: BOARDS }, (_, at) => first + at)) {
    await test.step(`board of CONTOUR_TEST_SEED=${seed}`, async () => {
      const people = [await openBrowserOf(browser, 'Fay'), await openBrowserOf(browser, 'Bo')] as const
      await tryBoard(people, new SeededRandom(seed), `CONTOUR_TEST_SEED=${seed}`)
      for (const { context } of people) await context.close()
    })
  }
})

async function tryBoard(
  people: readonly [Person, Person],
  random: SeededRandom,
  seed: string,
): Promise<void> {
  const [fay, bo] = people
  const path = await createBoard(fay, server.origin, 'Two')
  await joinBoard(bo, server.origin + (await readLinks(fay)).participant)
  const hands = new BoardPage(fay.page)
  await hands.addInitiatives('One', 'Another')
  await hands.dropFromTray('One', await hands.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
  const raw = await connectAs(fay, server, path)
  scatter(raw, random)
  const did: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = 0; at < DEEDS_PER_ROUND; at++)
      for (const { name, page } of people) did.push(`${name} ${await doSomething(page, random)}`)
    await expectSame(people, raw, `${seed}: ${did.join(', ')}`)
  }
  await fay.page.reload()
  await expectSame(people, raw, `${seed}, loaded again: ${did.join(', ')}`)
  raw.stop()
}

function scatter(raw: PlainClient, random: SeededRandom): void {
  const { author, signed } = strangerOf(raw.personId)
  createRecords(raw.board, author, drawStrangeBoard(random, DERIVED).records.map(signed))
}

async function expectSame(people: readonly Person[], raw: PlainClient, message: string): Promise<void> {
  for (const { page } of people) for (let at = 0; at < 3; at++) await page.keyboard.press('Escape')
  for (const { page } of people) await waitUntilSaved(page)
  await raw.saved()
  await expect.poll(() => differences(people, raw), { message, timeout: 20_000 }).toEqual([])
  for (const { page, complaints } of people) {
    await expect(page.getByText('The drawing stopped.'), message).toHaveCount(0)
    expect(complaints, message).toEqual([])
  }
}

/** In what one page shows other than the other, or than the document has. */
async function differences([one, other]: readonly Person[], { board }: PlainClient): Promise<string[]> {
  const [ones, others] = await Promise.all([recordsOf(one), recordsOf(other)])
  const differs = (id: string, shown: BoardRecord | undefined, wanted: BoardRecord | null | undefined) =>
    sameJson(withoutOrder(shown), withoutOrder(wanted)) ? [] : [id]
  const ids = new Set([...ones.keys(), ...others.keys()])
  return [
    ...[...ids].flatMap((id) => differs(`pages: ${id}`, ones.get(id), others.get(id))),
    ...[...board.records].flatMap(([id, map]) => differs(`document: ${id}`, ones.get(id), readRecord(map))),
  ]
}

async function recordsOf(person: Person | undefined): Promise<Map<string, BoardRecord>> {
  const records = await person?.page.evaluate(() => window.contourProbe?.records())
  return new Map(Object.entries((records ?? {}) as unknown as Record<string, BoardRecord>))
}

/** Where an arrow lies among others, and in what, each canvas says by itself from what it hangs on. */
function withoutOrder(record: BoardRecord | null | undefined): BoardRecord | null {
  if (!record) return null
  const { index, parentId, x, y, rotation, ...rest } = record
  return record['type'] === 'arrow' ? rest : { ...rest, index, parentId, x, y, rotation }
}

import { expect, test } from '@playwright/test'
import * as Y from 'yjs'
import { placementKey, teamTarget } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import type { Author } from '@/lib/board/step'
import type { PersonId } from '@/lib/ids'
import { encodeLaneFrame } from '@/lib/sync/lane-frames'
import { initiativeId } from '../support/boards/board-builders'
import { teamId } from '../support/boards/team-board'
import { BoardPage } from '../support/pages/board-page'
import { createBoard, openBrowserOf, waitUntilSaved, type Person } from '../support/pages/people'
import { connectAs, type PlainClient } from '../support/rooms/plain-client'
import { startContourServer, type ContourServer } from '../support/servers/contour-server'

// The first instance of a board made of this template is the map.
const MAP = FIRST_INSTANCE
const SIDES = [
  [320, 64],
  [8, 4_000],
  [4_000, 8],
  [8, 8],
  [4_000, 4_000],
] as const
const TYPES = ['stream-aligned', 'platform', 'enabling', 'complicated-subsystem', 'undefined-team']
const MODES = ['collaboration', 'x-as-a-service', 'facilitating']
const NAMES = [
  '',
  '\n'.repeat(120),
  '\u202Edrow'.repeat(20),
  '﷽'.repeat(120),
  '👩‍💻'.repeat(24),
  'W'.repeat(120),
  '<b>x</b>&',
]

let server: ContourServer
let fay: Person
let board: BoardPage
let raw: PlainClient

test.beforeAll(async () => {
  server = await startContourServer()
})
test.beforeEach(async ({ browser }) => {
  fay = await openBrowserOf(browser, 'Fay')
  const path = await createBoard(fay, server.origin, { title: 'Hostile map', template: 'team-map' })
  raw = await connectAs(fay, server, path)
  board = new BoardPage(fay.page)
})
test.afterEach(async () => {
  raw.stop()
  expect(fay.complaints).toEqual([])
  await fay.context.close()
})
test.afterAll(() => server.stop())

test('teams and interactions at the ends of what is allowed are drawn, and the map can be worked with', async () => {
  for (const [at, type] of TYPES.entries())
    for (const side of SIDES.keys()) standTeam(`t${at}-${side}`, { type, side })
  for (const [at, name] of NAMES.entries()) standTeam(`n${at}`, { type: 'platform', name })
  const ids = [...raw.board.teams.keys()]
  for (const [at, from] of ids.entries()) {
    const mode = MODES[at % MODES.length] ?? ''
    const next = ids[(at + 1) % ids.length] ?? ''
    // Each with the next in a circle, and back.
    join(`forth-${at}`, [from, next], { mode, offset: [1e7, -1e7], rotation: 7 })
    join(`back-${at}`, [next, from], { mode, wh: [8, 4_000], rotation: -7 })
  }
  addInitiatives(raw.board, author(), [{ id: initiativeId('card'), title: 'On a team' }])
  setPlacements(raw.board, author(), [
    {
      key: placementKey(initiativeId('card'), MAP),
      placement: { target: teamTarget(teamId('t0-1')), dx: 1e7, dy: 0 },
    },
  ])
  await expect.poll(async () => (await mapOf(fay)).teams).toBe(ids.length)
  await expect.poll(async () => (await mapOf(fay)).interactions).toBe(2 * ids.length)
  const deleted = { by: raw.personId, at: Date.now() }
  for (const id of ids.slice(0, 10)) raw.board.teams.get(id)?.set('deleted', deleted)
  await expect.poll(async () => (await mapOf(fay)).teams).toBe(ids.length - 10)
  expect(raw.refusals).toEqual([])
  await expectToWork('Beside the extremes')
})

test('what names nothing, names itself or is nothing is kept off everybody’s map', async () => {
  standTeam('blue', { type: 'platform' })
  standTeam('red', { type: 'enabling' })
  join('sound', ['blue', 'red'])
  await expect.poll(async () => (await mapOf(fay)).interactions).toBe(1)
  const poison: (() => void)[] = [
    () => join('nobody', ['blue', 'nobody']),
    () => join('itself', ['blue', 'blue']),
    () => join('nowhere', ['blue', 'red'], { instance: 'nowhere' }),
    () => join('shapeless', ['blue', 'red'], { wh: [NaN, 1] }),
    () => join('endless', ['blue', 'red'], { offset: [1e300, 0] }),
    () => void raw.board.teams.set('none', new Y.Map<unknown>([['type', 'squad']])),
    () => void raw.board.teams.get('blue')?.set('constructor', 'x'),
    () => void raw.board.teams.get('blue')?.set('size', Infinity),
    () => void raw.board.placements.set(`red/${MAP}`, { target: 'frame', dx: 0, dy: 0, w: -9, h: 1e9 }),
  ]
  for (const [at, write] of poison.entries()) {
    write()
    await expect.poll(() => raw.refusals.length, String(write)).toBe(at + 1)
  }
  expect(await mapOf(fay)).toMatchObject({ teams: 2, interactions: 1 })
  await expectToWork('Still working')
})

test('a hand on what no hand can move moves nothing for anybody', async () => {
  standTeam('blue', { type: 'platform' })
  await expect.poll(async () => (await mapOf(fay)).teams).toBe(1)
  raw.provider.awareness.setLocalState({ cursor: { x: 0, y: 0 } })
  const ids = [
    'page:page',
    'document:document',
    `shape:frame-${MAP}`,
    'camera:page:page',
    '__proto__',
    'shape:nobody',
  ]
  const records = [...ids, `shape:team-blue-${MAP}`].map((id) => ({ id, x: 77, y: 77 }))
  raw.sendRaw(encodeLaneFrame({ kind: 'start', gesture: 1, what: 'move', records }))
  raw.sendRaw(encodeLaneFrame({ kind: 'delta', gesture: 1, dx: 9e7, dy: -9e7 }))
  await expect.poll(async () => (await mapOf(fay)).firstTeamX).toBeGreaterThan(8e7)
  await expect(fay.page.getByText(/cannot be displayed/)).toHaveCount(0)
  raw.sendRaw(encodeLaneFrame({ kind: 'end', gesture: 1 }))
  await expect.poll(async () => (await mapOf(fay)).firstTeamX).toBeLessThan(10_000)
  await expectToWork('Nothing moved')
})

async function expectToWork(title: string): Promise<void> {
  await board.addInitiatives(title)
  await waitUntilSaved(fay.page)
  await fay.page.reload()
  await expect(board.trayCard(title)).toBeVisible()
  await expect(fay.page.locator('.tl-canvas')).toBeVisible()
  expect(raw.closedWith()).toBeNull()
}

function author(): Author {
  return { personId: raw.personId as PersonId, now: Date.now(), origin: 'person' }
}

function standTeam(id: string, team: { type: string; side?: number; name?: string }): void {
  const { type, side = 0, name = id } = team
  const [w, h] = SIDES[side] ?? SIDES[0]
  const fields = { type, name: new Y.Text(name), createdBy: raw.personId, createdAt: Date.now() }
  raw.board.doc.transact(() => {
    raw.board.teams.set(id, new Y.Map<unknown>(Object.entries(fields)))
    raw.board.placements.set(`${id}/${MAP}`, { target: 'frame', dx: 60 + side, dy: 90, w, h })
  })
}

function join(
  id: string,
  [from, to]: readonly [string, string],
  changes: Record<string, unknown> = {},
): void {
  const place = { instance: MAP, offset: [0, 0], wh: [140, 60], rotation: 0 }
  const stamp = { createdBy: raw.personId, createdAt: Date.now() }
  const fields = { mode: 'collaboration', from, to, ...place, ...stamp, ...changes }
  raw.board.interactions.set(id, new Y.Map<unknown>(Object.entries(fields)))
}

/** What the page draws of the map. */
async function mapOf({ page }: Person): Promise<{ teams: number; interactions: number; firstTeamX: number }> {
  return page.evaluate(() => {
    const teams = window.contourProbe?.teams() ?? []
    const interactions = window.contourProbe?.interactions() ?? []
    return { teams: teams.length, interactions: interactions.length, firstTeamX: teams[0]?.x ?? 0 }
  })
}

import type { BoardDocument } from '@/lib/board/layout'
import { CANVAS_INSTANCE, placementKey, type Placement } from '@/lib/board/layout'
import { addInstance } from '@/lib/board/operations/instances'
import { setPlacements } from '@/lib/board/operations/placements'
import { addTeam } from '@/lib/board/operations/teams'
import { listInitiatives, listInstances } from '@/lib/board/read'
import { CURVES } from '@/lib/curves/catalogue'
import { findSample } from '@/lib/samples/catalogue'
import type { InstanceId, PersonId, TeamId } from '@/lib/ids'
import { TEAM_TYPES, UNDEFINED_TEAM } from '@/lib/teams/team-types'
import { connectClient } from '../../support/rooms/sync-client'
import { until } from '../../support/until'

/** A board made over the API, as anybody with a script could. */
export interface BenchBoard {
  readonly id: string
  /** What opens it for a participant. */
  readonly secret: string
  /** The facilitator's cookie. */
  readonly cookie: string
}

/** Where card number `at` of `count` stands; `instanceId` is the template's. */
export type CardPlan = (
  at: number,
  instanceId: InstanceId,
) => { instanceId: InstanceId; placement: Placement }

const MAP_PLACE = [2_600, 0] as const
const SAMPLE_ID = 'open-source-portfolio'
const TITLES = [
  'Memory quality of service for shared nodes',
  'Rotate signing keys without a restart',
  'Move the gateway to the new group',
  'Tell owners before a quota runs out',
  'Trust bundles for every cluster',
  'One place for release notes',
]

/** Spreads the cards over the six curves, evenly along each. */
export const alongCurves: CardPlan = (at, instanceId) => {
  const curve = CURVES[at % CURVES.length]
  const x = ((Math.floor(at / CURVES.length) * 7) % 33) / 33
  return { instanceId, placement: { target: `curve:${curve?.id ?? ''}`, x, dx: 0, dy: 0 } }
}

/** Lays a card on the canvas, outside every template. */
export function onCanvas(x: number, y: number): ReturnType<CardPlan> {
  return { instanceId: CANVAS_INSTANCE, placement: { target: 'canvas', dx: x, dy: y } }
}

/** Creates a board, imports so many initiatives as a spreadsheet and, where a plan is given, places their cards. */
export async function createBenchBoard(origin: string, count: number, plan?: CardPlan): Promise<BenchBoard> {
  const board = await createBoard(origin, {})
  const rows = Array.from(
    { length: count },
    (_, at) => `B-${at},${TITLES[at % TITLES.length] ?? ''} ${at},Team ${at % 8}`,
  )
  const csv = ['external_key,title,team', ...rows].join('\n')
  if (count > 0) await post(`${origin}/api/boards/${board.id}/import`, csv, { cookie: board.cookie })
  if (plan) await writeOnBoard(origin, board, (document, personId) => placeCards(document, personId, plan))
  return board
}

/** Opens the sample as a board of its own; answers with how many cards are on it, too. */
export async function createSampleBoard(origin: string): Promise<{ board: BenchBoard; cards: number }> {
  const sample = findSample(SAMPLE_ID)
  if (!sample) throw new Error('There is no such sample.')
  const cards = sample.initiatives.flatMap(({ on, carried }) => [
    ...(on ? [on] : []),
    ...(carried ? [carried] : []),
  ])
  return { board: await createBoard(origin, { sample: SAMPLE_ID }), cards: cards.length }
}

/** Stands a map with so many teams to the right of the curves. */
export async function standTeams(origin: string, board: BenchBoard, count: number): Promise<void> {
  await writeOnBoard(origin, board, (document, personId) => {
    const author = { personId, now: Date.now(), origin: 'person' as const }
    const instanceId = 'bench-map' as InstanceId
    addInstance(document, author, { id: instanceId, templateId: 'team-map', place: MAP_PLACE })
    for (let at = 0; at < count; at++) {
      const type = TEAM_TYPES[at % TEAM_TYPES.length] ?? UNDEFINED_TEAM
      const [dx, dy] = [60 + (at % 8) * 170, 140 + Math.floor(at / 8) * 130]
      const place = { dx, dy, w: 150, h: 90 }
      addTeam(document, author, {
        id: `team-${at}` as TeamId,
        name: `Team ${at}`,
        type: type.id,
        instanceId,
        at: place,
      })
    }
  })
}

/** Joins as a participant; answers with the cookie of this person. */
export function joinAs(origin: string, secret: string, name: string): Promise<string> {
  return joinFrom({ origin }, { secret, name })
}

/** Joins by a link's secret, through a proxy where it has an address to tell; answers with the cookie of this person. */
export async function joinFrom(
  { origin, address }: { origin: string; address?: string },
  who: { secret: string; name: string },
): Promise<string> {
  const forwarded = address === undefined ? {} : { 'x-forwarded-for': address }
  return cookieOf(await post(`${origin}/api/join`, JSON.stringify(who), forwarded))
}

/** Changes the board over its socket and waits until the change is on disk. */
async function writeOnBoard(
  origin: string,
  { id, cookie }: BenchBoard,
  write: (document: BoardDocument, personId: PersonId) => void,
): Promise<void> {
  const server = `${origin.replace('http', 'ws')}/sync`
  const client = connectClient({ server, boardId: id, cookie, origin })
  try {
    await client.synced()
    await until('the welcome came', () => client.sessions.length > 0)
    const [welcome] = client.sessions
    write(client.board, (welcome?.type === 'welcome' ? welcome.personId : '') as PersonId)
    await client.saved()
  } finally {
    client.stop()
  }
}

function placeCards(document: BoardDocument, personId: PersonId, plan: CardPlan): void {
  const [instance] = listInstances(document)
  if (!instance) throw new Error('The new board has no template.')
  const changes = listInitiatives(document).map((initiative, at) => {
    const { instanceId, placement } = plan(at, instance.id)
    return { key: placementKey(initiative.id, instanceId), placement }
  })
  setPlacements(document, { personId, now: Date.now(), origin: 'person' }, changes)
}

async function createBoard(origin: string, start: { readonly sample?: string }): Promise<BenchBoard> {
  const created = await post(
    `${origin}/api/boards`,
    JSON.stringify({ title: 'Bench', name: 'Fay', ...start }),
  )
  const { id, links } = (await created.json()) as { id: string; links: { participant: string } }
  return { id, cookie: cookieOf(created), secret: links.participant.split('/').at(-1) ?? '' }
}

async function post(url: string, body: string, more: Record<string, string> = {}): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...more }
  const answer = await fetch(url, { method: 'POST', body, headers })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  return answer
}

function cookieOf(answer: Response): string {
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

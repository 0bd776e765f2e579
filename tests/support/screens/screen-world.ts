import { expect, type APIRequest, type APIRequestContext } from '@playwright/test'
import { placementKey } from '@/lib/board/layout'
import { setPlacements } from '@/lib/board/operations/placements'
import { listInitiatives } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import type { PersonId } from '@/lib/ids'
import { PORTFOLIO_24 } from '../boards/portfolio'
import type { BoardLinks } from '../pages/people'
import { connectClient, type SyncClient } from '../rooms/sync-client'
import { startContourServer, type ContourServer } from '../servers/contour-server'
import { FULL_DISKS, type FillableDisk } from '../servers/full-disk'

/** As long as a German ministry can make it. */
const LONG_TITLE = 'Grundlagenverbesserungsmaßnahmen für das nächste Halbjahr'
const LONG_ROW = 'KEP-9999,Datenschutzfolgenabschätzungsvorlagenüberarbeitung,sig-auth,,owner-001,,,,\n'
const PLACED: readonly (readonly [title: string, curve: string, x: number])[] = [
  ['Memory QoS', 'linear', 0.5],
  ['Gang Scheduling', 'quick-taper', 0.3],
  ['Container Restart Policy', 'sigmoid', 0.55],
  ['EmptyDir Volume Permission Mode', 'sigmoid', 0.35],
  ['DRA Extended Resource', 'j-curve', 0.7],
]
const OTHERS = ['Pat', 'Maximiliane Musterfrau-Schönebeck', 'Vic', 'Ada', 'Bo', 'Kim'] as const
/** A disk on which only the server is short of space. */
const DISK = FULL_DISKS.findLast(({ isPossible }) => isPossible())

interface MadeBoard {
  readonly id: string
  readonly links: BoardLinks
}

/** One server with the boards of Fay, and people who come to them. */
export class ScreenWorld {
  readonly server: ContourServer
  /** Fay's own requests. */
  readonly fay: APIRequestContext
  readonly disk: FillableDisk | null
  readonly boards: Readonly<Record<'curves' | 'sample' | 'blank' | 'ended' | 'lent', MadeBoard>>
  /** When the viewer link of one board ends, Unix milliseconds: far enough to be set on a busy machine. */
  readonly endsAt = Date.now() + 5_000
  private readonly request: APIRequest
  private readonly clients: SyncClient[] = []

  private constructor(parts: Pick<ScreenWorld, 'server' | 'fay' | 'disk' | 'boards'>, request: APIRequest) {
    this.server = parts.server
    this.fay = parts.fay
    this.disk = parts.disk
    this.boards = parts.boards
    this.request = request
  }

  static async start(request: APIRequest): Promise<ScreenWorld> {
    const disk = (await DISK?.start()) ?? null
    const settings = disk ? { CONTOUR_DATA_DIR: disk.directory } : {}
    const server = await startContourServer(settings, (command) => disk?.wrap(command) ?? command)
    const enter = () => newVisitor(request, server)
    const [fay, ada] = [await enter(), await enter()]
    const boards = {
      curves: await makeBoard(fay, { title: LONG_TITLE, name: 'Fay' }),
      sample: await makeBoard(fay, { title: 'Autumn bets', name: 'Fay', sample: 'open-source-portfolio' }),
      blank: await makeBoard(fay, { title: 'A table to begin with', name: 'Fay', template: 'blank' }),
      ended: await makeBoard(fay, { title: 'Last year', name: 'Fay', template: 'effort-value-overlay' }),
      lent: await makeBoard(ada, { title: 'Ada’s portfolio', name: 'Ada', sample: 'open-source-portfolio' }),
    }
    const world = new ScreenWorld({ server, fay, disk, boards }, request)
    const data = { expiresAt: world.endsAt }
    const ended = await fay.patch(`/api/boards/${boards.ended.id}/links/viewer`, { data })
    expect(ended.status()).toBe(200)
    await world.join(fay, boards.lent.links.viewer, 'Fay')
    await world.fill(boards.curves.id)
    return world
  }

  /** Another board like the first, for screens that change it. */
  async copyCurves(): Promise<string> {
    const { id, links } = this.boards.curves
    // By somebody new each time: one person may copy ten boards in ten minutes, and all screens need more.
    const maker = await newVisitor(this.request, this.server)
    await this.join(maker, links.facilitator, 'Mia')
    const made = await maker.post(`/api/boards/${id}/duplicate`)
    expect(made.status()).toBe(201)
    const copy = (await made.json()) as MadeBoard
    await maker.dispose()
    await this.join(this.fay, copy.links.facilitator, 'Fay')
    return copy.id
  }

  async make(title: string): Promise<string> {
    return (await makeBoard(this.fay, { title, name: 'Fay' })).id
  }

  remove(boardId: string): Promise<unknown> {
    return this.fay.delete(`/api/boards/${boardId}`)
  }

  /** So many others are on a board, pointing somewhere and looking at the same part of it. */
  async invite(boardId: string, howMany: number): Promise<void> {
    const { links } = (await (await this.fay.get(`/api/boards/${boardId}/links`)).json()) as MadeBoard
    for (const [at, name] of OTHERS.slice(0, howMany).entries()) {
      const visitor = await newVisitor(this.request, this.server)
      await this.join(visitor, at === 2 ? links.viewer : links.participant, name)
      const { provider } = await this.connect(visitor, boardId)
      const camera = { x: 200, y: 100, w: 1400, h: 900 }
      provider.awareness.setLocalState({ camera, cursor: { x: 300 + 220 * at, y: 260 + 90 * at } })
      await visitor.dispose()
    }
  }

  /** Everybody who was invited goes again. */
  leave(): void {
    for (const client of this.clients.splice(0)) client.stop()
  }

  async stop(): Promise<void> {
    this.leave()
    await this.fay.dispose()
    await this.server.stop()
    await this.disk?.stop()
  }

  private async join(visitor: APIRequestContext, link: string, name: string): Promise<void> {
    const joined = await visitor.post('/api/join', { data: { secret: link.replace('/join/', ''), name } })
    expect(joined.status()).toBe(200)
  }

  private async connect(visitor: APIRequestContext, boardId: string): Promise<SyncClient> {
    const answer = await visitor.post(`/api/boards/${boardId}/ticket`, { data: {} })
    const { ticket } = (await answer.json()) as { ticket: string }
    const server = `${this.server.origin.replace('http', 'ws')}/sync`
    const client = connectClient({ server, boardId, cookie: '', params: { ticket } })
    this.clients.push(client)
    await client.synced()
    return client
  }

  /** 25 initiatives, five of them on curves. */
  private async fill(boardId: string): Promise<void> {
    const rows = PORTFOLIO_24 + LONG_ROW
    expect((await this.fay.post(`/api/boards/${boardId}/import`, { data: rows })).status()).toBe(200)
    const client = await this.connect(this.fay, boardId)
    const author = { personId: 'fay' as PersonId, now: Date.now(), origin: 'person' as const }
    const initiatives = listInitiatives(client.board)
    const changes = PLACED.flatMap(([title, curve, x]) =>
      initiatives
        .filter((one) => one.title === title)
        .map(({ id }) => ({
          key: placementKey(id, FIRST_INSTANCE),
          placement: { target: `curve:${curve}` as const, x, dx: 0, dy: 0 },
        })),
    )
    expect(changes).toHaveLength(PLACED.length)
    setPlacements(client.board, author, changes)
    await client.saved()
    this.leave()
  }
}

function newVisitor(request: APIRequest, { origin }: ContourServer): Promise<APIRequestContext> {
  return request.newContext({ baseURL: origin, extraHTTPHeaders: { origin } })
}

async function makeBoard(
  visitor: APIRequestContext,
  data: { title: string; name: string; template?: string; sample?: string },
): Promise<MadeBoard> {
  const made = await visitor.post('/api/boards', { data })
  expect(made.status()).toBe(201)
  return (await made.json()) as MadeBoard
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import type { BoardDocument } from '@/lib/board/layout'
import { createRecords, deleteRecords, updateRecords } from '@/lib/board/operations/records'
import { editText } from '@/lib/board/operations/texts'
import { readInitiative, readRecord } from '@/lib/board/read'
import { ageStoredBoard } from '../support/boards/age-board'
import { geoRecord } from '../support/boards/board-builders'
import { authorOf, idOf, titlesOn, typeInTitle } from '../support/boards/board-edits'
import { FakeBrowser, type FakePage } from '../support/rooms/fake-browser'
import { BOARD, readStoredBoard } from '../support/boards/stored-board'
import { toPerson } from '../support/rooms/room-harness'
import { startSyncServer, type SyncServer } from '../support/rooms/sync-server'
import { until } from '../support/until'

const SEED = 20_260_402
const RUNS = 6
const LIMIT_MS = 120_000
/** Two pages of one person, and one of another. */
const NAMES = ['Ada', 'Ada-too', 'Bo'] as const
type Name = (typeof NAMES)[number]

const happening = fc.oneof(
  { weight: 3, arbitrary: fc.constant('add' as const) },
  { weight: 3, arbitrary: fc.constant('type' as const) },
  { weight: 2, arbitrary: fc.constant('shape' as const) },
  { weight: 3, arbitrary: fc.constantFrom('delete', 'undo', 'retype') },
  { weight: 1, arbitrary: fc.constantFrom('line', 'close', 'restart', 'epoch', 'wait', 'full') },
)
const history = fc.array(fc.tuple(happening, fc.constantFrom(...NAMES), fc.nat(99)), {
  minLength: 15,
  maxLength: 30,
})

function personOf(name: Name): string {
  return name.replace('-too', '')
}

/** One browser with three pages of two people at a board, and what each of them believes to have done. */
class Workshop {
  server!: SyncServer
  browser!: FakeBrowser
  readonly pages = new Map<Name, FakePage | null>()
  readonly titles = new Set<string>()
  readonly tokens: { readonly name: Name; readonly title: string; readonly token: string }[] = []
  /** Where somebody's shape stands; null where they deleted it. */
  readonly shapes = new Map<Name, number | null>()
  epochs = 0
  done = 0
  /** Whether the browser has no room for anything new, also not in the place of something else. */
  isFull = false

  async start(): Promise<void> {
    this.server = await startSyncServer()
    this.browser = await FakeBrowser.install(() => this.server)
    const { take, write } = this.browser.storage
    this.browser.storage.write = async (owner, given) => {
      if (given.changes?.length && this.isFull) throw new Error('QuotaExceededError')
      return write(owner, given)
    }
    this.browser.storage.take = (owner, ids, redo) =>
      take(owner, ids, (taken) => {
        const made = redo(taken)
        if (made && this.isFull) throw new Error('QuotaExceededError')
        return made
      })
    for (const name of NAMES) await this.openPage(name)
  }

  async stop(): Promise<void> {
    this.browser.stop()
    await this.server.stop()
  }

  async act(what: string, name: Name, number: number): Promise<void> {
    if (what === 'line') return void (this.browser.isOnline ? this.browser.goOffline() : this.goOnline())
    if (what === 'restart') return this.restart(false)
    if (what === 'epoch') return this.restart(true)
    if (what === 'full') return void (this.isFull = !this.isFull)
    if (what === 'wait') return new Promise((resolve) => setTimeout(resolve, number))
    const page = this.pages.get(name)
    if (what === 'close') return page ? this.closePage(name, page) : this.openPage(name)
    if (page?.client.canEdit.get()) this.edit(what, { name, number, client: page.client })
  }

  edit(what: string, { name, number, client }: { name: Name; number: number; client: BoardClient }): void {
    this.done++
    const { board } = client
    if (what === 'add') this.add(client)
    else if (what === 'type') this.type(name, number, board)
    else if (what === 'retype') this.retype(name, board)
    else if (what === 'shape') this.draw(name, number, board)
    else this.deleteShape(name, client, what === 'undo')
  }

  add({ commands }: BoardClient): void {
    const title = `T${this.titles.size}`
    commands.addInitiatives([{ id: idOf(title), title }])
    this.titles.add(title)
  }

  type(name: Name, number: number, board: BoardDocument): void {
    const here = [...this.titles].filter((title) => board.initiatives.has(idOf(title)))
    const title = here[number % Math.max(here.length, 1)]
    if (title === undefined) return
    const token = `<${this.tokens.length}>`
    typeInTitle(board, personOf(name), title, token)
    this.tokens.push({ name, title, token })
  }

  draw(name: Name, number: number, board: BoardDocument): void {
    const id = `shape:${name}`
    const map = board.records.get(id)
    const before = map && readRecord(map)
    const meta = { createdBy: toPerson(personOf(name)).personId, createdAt: 1 }
    const made = geoRecord(id, { x: number, meta, index: `a${5 + NAMES.indexOf(name)}` })
    if (before) updateRecords(board, authorOf(personOf(name)), [{ before, after: { ...before, x: number } }])
    else createRecords(board, authorOf(personOf(name)), [made])
    this.shapes.set(name, number)
  }

  /** Deletes somebody's shape, or deletes it and brings it back as it stood. */
  deleteShape(name: Name, { board, undo }: BoardClient, isUndone: boolean): void {
    const id = `shape:${name}`
    if (!board.records.has(id)) return
    undo.push(deleteRecords(board, authorOf(personOf(name)), [id]))
    if (isUndone) undo.undo()
    else this.shapes.set(name, null)
  }

  /** Takes the letters of somebody's last token out and types them again where they stood. */
  retype(name: Name, board: BoardDocument): void {
    const last = this.tokens.findLast((one) => one.name === name)
    const found = last && readInitiative(board, idOf(last.title))
    const at = found?.title.indexOf(last?.token ?? '') ?? -1
    if (!last || at < 0) return
    const address = { root: 'initiatives', id: idOf(last.title), field: 'title', at } as const
    const author = authorOf(personOf(name))
    editText(board, author, { ...address, remove: last.token.length, insert: '' })
    editText(board, author, { ...address, remove: 0, insert: last.token })
  }

  async openPage(name: Name): Promise<void> {
    const page = await this.browser.openPage(personOf(name))
    this.pages.set(name, page)
    // A page nobody sees yet is not worked in.
    if (this.browser.isOnline) await until(`${name} sees the board`, () => page.client.ready.get())
  }

  async closePage(name: Name, { client }: FakePage): Promise<void> {
    const owner = { personId: toPerson(personOf(name)).personId, boardId: BOARD }
    this.pages.set(name, null)
    this.browser.close(client)
    await this.browser.storage.read(owner)
  }

  goOnline(): void {
    this.browser.isOnline = true
  }

  async restart(isAged: boolean): Promise<void> {
    const { storage } = this.server
    await this.server.stop()
    if (isAged) await ageStoredBoard(storage)
    if (isAged) this.epochs++
    this.server = await startSyncServer(storage)
  }

  async settle(): Promise<void> {
    this.goOnline()
    for (const name of NAMES) if (!this.pages.get(name)) await this.openPage(name)
    const isSaved = ([, page]: [Name, FakePage | null]): boolean =>
      page?.client.saveState.get().kind === 'saved'
    await until('all is saved', () => [...this.pages].every(isSaved), 40_000)
  }
}

test(
  '[OFFLINE-1] [EPOCH-3] whatever happens to lines, pages, servers and epochs, nothing that was done is lost or done twice',
  async () => {
    let [done, epochs] = [0, 0]
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const workshop = new Workshop()
        await workshop.start()
        try {
          for (const [what, name, number] of steps) await workshop.act(what, name, number)
          await workshop.settle()
          const stored = await readStoredBoard(workshop.server.storage)
          const titles = titlesOn(stored)
          expect(titles.map((title) => title.replace(/<\d+>/g, '')).sort()).toEqual(
            [...workshop.titles].sort(),
          )
          const tokens = titles.join('').match(/<\d+>/g) ?? []
          expect(tokens.sort()).toEqual(workshop.tokens.map(({ token }) => token).sort())
          for (const [name, x] of workshop.shapes) {
            const map = stored.records.get(`shape:${name}`)
            if (x === null) expect(map).toBeUndefined()
            else expect(map && readRecord(map)).toMatchObject({ x })
          }
          for (const page of workshop.pages.values()) {
            expect(page?.client.offline.refused.get()).toEqual([])
            // Its own are saved; what others did last it may hear in its next turn.
            await expect
              .poll(() => titlesOn(page?.client.board ?? stored), { timeout: 5_000 })
              .toEqual(titles)
          }
          done += workshop.done
          epochs += workshop.epochs
        } finally {
          await workshop.stop()
        }
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    )
    expect(done).toBeGreaterThan(20)
    expect(epochs).toBeGreaterThan(0)
  },
  LIMIT_MS,
)

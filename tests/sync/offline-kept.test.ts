import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import { idOf } from '../support/boards/board-edits'
import { FakeBrowser } from '../support/rooms/fake-browser'
import { startSyncServer, type SyncServer } from '../support/rooms/sync-server'
import { until } from '../support/until'

let server: SyncServer
let browser: FakeBrowser
let page: BoardClient

beforeEach(async () => {
  server = await startSyncServer()
  browser = await FakeBrowser.install(() => server)
  page = browser.open('Ada')
  await until('all is saved', () => page.saveState.get().kind === 'saved')
  browser.goOffline()
  await until('the line is noticed', () => page.saveState.get().kind === 'offline')
})
afterEach(async () => {
  browser.stop()
  await server.stop()
})

function add(title: string): void {
  page.commands.addInitiatives([{ id: idOf(title), title }])
}

function said(): unknown {
  return [page.saveState.get(), page.offline.lasts.get()]
}

test('[OFFLINE-2] a change is not called kept before the browser has it', async () => {
  const { write } = browser.storage
  const held: (() => void)[] = []
  browser.storage.write = async (...given) => {
    await new Promise<void>((resolve) => held.push(resolve))
    return write(...given)
  }
  add('Alpha')
  await until('it is on its way', () => held.length === 1)
  add('Beta')
  expect(said()).toEqual([{ kind: 'offline', changes: 0 }, true])
  held.shift()?.()
  await until('the other is on its way', () => held.length === 1)
  expect(said()).toEqual([{ kind: 'offline', changes: 1 }, true])
  held.shift()?.()
  await until(
    'both are called kept',
    () => JSON.stringify(said()) === '[{"kind":"offline","changes":2},true]',
  )
})

test('[OFFLINE-2] one that the browser does not take is called kept in this page alone', async () => {
  browser.storage.write = () => Promise.reject(new Error('QuotaExceededError'))
  add('Alpha')
  await until('it is known', () => !page.offline.lasts.get())
  expect(said()).toEqual([{ kind: 'offline', changes: 1 }, false])
})

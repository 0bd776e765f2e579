import { expect, test } from 'vitest'
import { SaveTracker } from '@/components/board/sync/save-tracker'

const OPEN = { connected: true, synced: false }
const SYNCED = { connected: true, synced: true }
const CLOSED = { connected: false, synced: false }

function synced(): SaveTracker {
  const saves = new SaveTracker()
  saves.socketMade()
  saves.connection(OPEN)
  saves.connection(SYNCED)
  return saves
}

test('a board that was never there is connecting, whatever the line does', () => {
  const saves = new SaveTracker()
  expect(saves.state.get()).toEqual({ kind: 'connecting' })
  saves.socketMade()
  saves.connection(OPEN)
  expect(saves.state.get()).toEqual({ kind: 'connecting' })
  saves.connection(CLOSED)
  expect(saves.state.get()).toEqual({ kind: 'connecting' })
})

test('a server that does not answer when a board is opened is not called connecting', () => {
  const saves = new SaveTracker()
  saves.socketMade()
  saves.connectFailed()
  expect(saves.state.get()).toEqual({ kind: 'unreachable' })
  saves.connection(OPEN)
  expect(saves.state.get()).toEqual({ kind: 'connecting' })
})

test('a server that says it is busy when a board is opened does answer', () => {
  const saves = new SaveTracker()
  saves.socketMade()
  saves.connectFailed({ isAnswered: true })
  expect(saves.state.get()).toEqual({ kind: 'connecting' })
  saves.connectFailed()
  expect(saves.state.get()).toEqual({ kind: 'unreachable' })
})

test('a change is saved when the frame that carries it is acked, and not before', () => {
  const saves = synced()
  expect(saves.state.get()).toEqual({ kind: 'saved' })
  saves.localChange()
  expect(saves.state.get()).toEqual({ kind: 'saving' })
  saves.frameSent('update', true)
  saves.localChange()
  saves.frameSent('update', true)
  saves.acked(1)
  expect(saves.state.get()).toEqual({ kind: 'saving' })
  saves.acked(2)
  expect(saves.state.get()).toEqual({ kind: 'saved' })
})

test('a change that was not sent is not saved by the ack of another', () => {
  const saves = synced()
  saves.localChange()
  saves.connection(CLOSED)
  saves.socketMade()
  saves.connection(SYNCED)
  saves.localChange()
  saves.frameSent('update', true)
  saves.acked(1)
  expect(saves.state.get()).toEqual({ kind: 'saving' })
  saves.frameSent('step2', true)
  saves.acked(2)
  expect(saves.state.get()).toEqual({ kind: 'saved' })
})

test('offline counts only what is kept by then', () => {
  const saves = synced()
  const kept = new Set(['a'])
  saves.isKept = (id) => kept.has(id)
  saves.connection(CLOSED)
  saves.localChange(new Set(['records/shape:a']), 'a')
  saves.localChange(new Set(['records/shape:b']), 'b')
  expect(saves.state.get()).toEqual({ kind: 'offline', changes: 1 })
  kept.add('b')
  saves.keptMore()
  expect(saves.state.get()).toEqual({ kind: 'offline', changes: 2 })
})

test('offline counts the changes that wait, those sent but not acked too', () => {
  const saves = synced()
  saves.localChange()
  saves.frameSent('update', true)
  saves.connection(CLOSED)
  expect(saves.state.get()).toEqual({ kind: 'offline', changes: 1 })
  saves.localChange()
  expect(saves.state.get()).toEqual({ kind: 'offline', changes: 2 })
})

test('what is typed in one thing, letter after letter, is counted as one change', () => {
  const saves = synced()
  saves.connection(CLOSED)
  for (const id of ['a', 'a', 'a', 'b', 'a']) saves.localChange(new Set([`initiatives/${id}`]))
  saves.localChange(new Set(['initiatives/a', 'placements/a']))
  expect(saves.state.get()).toEqual({ kind: 'offline', changes: 4 })
})

test('a reconnection whose step2 is empty has nothing left to save: the server asks for all that is not on its disk', () => {
  const saves = synced()
  saves.localChange()
  saves.frameSent('update', true)
  saves.connection(CLOSED)
  saves.socketMade()
  saves.connection(SYNCED)
  expect(saves.state.get()).toEqual({ kind: 'saving' })
  saves.frameSent('step2', false)
  expect(saves.state.get()).toEqual({ kind: 'saved' })
})

test('an ack cannot vouch for frames that were not sent', () => {
  const saves = synced()
  saves.acked(5)
  saves.localChange()
  saves.frameSent('update', true)
  expect(saves.state.get()).toEqual({ kind: 'saving' })
})

test('a server that cannot save says so until it can', () => {
  const saves = synced()
  saves.storage('failing')
  expect(saves.state.get()).toEqual({ kind: 'cannot-save' })
  saves.storage('working')
  expect(saves.state.get()).toEqual({ kind: 'saved' })
})

test('what a viewer can no longer send does not wait', () => {
  const saves = synced()
  saves.localChange()
  saves.frameSent('update', true)
  saves.forget()
  expect(saves.state.get()).toEqual({ kind: 'saved' })
})

test('a connection closed for good stays closed', () => {
  const saves = synced()
  saves.closed('not-allowed')
  saves.connection(CLOSED)
  expect(saves.state.get()).toEqual({ kind: 'closed', code: 'not-allowed' })
})

test('a connection closed for good leaves what was not acked to be copied by hand, until it is given up', () => {
  const saves = synced()
  saves.localChange(new Set(['initiatives/a', 'placements/a/canvas']))
  saves.frameSent('update', true)
  saves.localChange(new Set(['initiatives/b']))
  saves.frameSent('update', true)
  saves.localChange(new Set(['initiatives/b', 'records/c']))
  saves.acked(1)
  saves.connection(CLOSED)
  saves.closed('reload-needed')
  expect([saves.unsaved, saves.isWorthKeeping]).toEqual([['initiatives/b', 'records/c'], true])
  saves.forget()
  expect([saves.unsaved, saves.isWorthKeeping]).toEqual([[], false])
})

test('a connection closed for good keeps nobody who has nothing to lose', () => {
  const saves = synced()
  saves.localChange(new Set(['initiatives/a']))
  saves.frameSent('update', true)
  saves.acked(1)
  saves.closed('epoch-changed')
  expect([saves.unsaved, saves.isWorthKeeping]).toEqual([[], false])
})

test('a copy of this browser is not called saved before the server was heard, and its changes are counted', () => {
  const saves = new SaveTracker()
  saves.restore([{ id: 'a', touched: new Set() }], false)
  saves.showKept()
  expect(saves.state.get()).toEqual({ kind: 'unsynced', changes: 1 })
  saves.connectFailed()
  expect(saves.state.get()).toEqual({ kind: 'offline', changes: 1 })
  saves.socketMade()
  saves.connection(OPEN)
  expect(saves.state.get()).toEqual({ kind: 'unsynced', changes: 1 })
  saves.connection(SYNCED)
  expect(saves.state.get()).toEqual({ kind: 'saving' })
  const settled: string[] = []
  saves.onSettled = (ids) => settled.push(...ids)
  saves.frameSent('step2', true)
  saves.acked(1)
  expect([saves.state.get(), settled]).toEqual([{ kind: 'saved' }, ['a']])
})

test('a change that is not in this document is not saved by anything it sends', () => {
  const saves = synced()
  saves.restore([{ id: 'a', touched: new Set() }], true)
  saves.frameSent('step2', true)
  saves.acked(1)
  expect(saves.state.get()).toEqual({ kind: 'saving' })
  saves.drop(new Set(['a']))
  expect(saves.state.get()).toEqual({ kind: 'saved' })
})

test('an update that carries what another page did vouches for no change of this one', () => {
  const saves = synced()
  saves.restore([{ id: 'a', touched: new Set() }], false)
  saves.frameSent('update', true)
  saves.acked(1)
  expect(saves.state.get()).toEqual({ kind: 'saving' })
})

test('what waited elsewhere and comes into this document is counted once, and is saved with what carries it', () => {
  const saves = synced()
  saves.restore([{ id: 'a', touched: new Set(['records/a']) }], true)
  saves.localChange(new Set(['records/a']), 'a')
  saves.connection(CLOSED)
  expect(saves.state.get()).toEqual({ kind: 'offline', changes: 1 })
  const settled: string[] = []
  saves.onSettled = (ids) => settled.push(...ids)
  saves.socketMade()
  saves.connection(OPEN)
  saves.frameSent('step2', true)
  saves.connection(SYNCED)
  saves.acked(1)
  expect([saves.state.get(), settled]).toEqual([{ kind: 'saved' }, ['a']])
})

test('what the canvas writes only in a moment keeps everything else from being called saved', () => {
  const saves = synced()
  expect(saves.isWorthKeeping).toBe(false)
  saves.isHeldBack.set(true)
  expect([saves.state.get(), saves.isWorthKeeping]).toEqual([{ kind: 'saving' }, true])
  saves.localChange()
  saves.isHeldBack.set(false)
  expect(saves.state.get()).toEqual({ kind: 'saving' })
  saves.frameSent('update', true)
  saves.acked(1)
  expect(saves.state.get()).toEqual({ kind: 'saved' })
  saves.isHeldBack.set(true)
  saves.connection(CLOSED)
  expect(saves.state.get()).toEqual({ kind: 'offline', changes: 0 })
})

import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { Inbox } from '@/server/sync/guard/inbox'

const bytes = (value: number): Uint8Array => Uint8Array.of(value)

describe('the inbox of one connection', () => {
  it('tries what waits again only after a step2 was taken', () => {
    const inbox = new Inbox()
    const tried: number[] = []
    let isGapOpen = true
    const attempt = (update: Uint8Array): 'taken' | 'hold' => {
      tried.push(update[0] ?? 0)
      return isGapOpen && update[0] !== 9 ? 'hold' : 'taken'
    }
    inbox.receive({ kind: 'update', update: bytes(1) }, attempt)
    inbox.receive({ kind: 'update', update: bytes(2) }, attempt)
    expect(tried).toEqual([1, 2])
    expect(inbox.countTaken()).toBe(0)
    isGapOpen = false
    inbox.tryHeld(attempt)
    inbox.receive({ kind: 'step2', update: bytes(9) }, attempt)
    inbox.tryHeld(attempt)
    expect(tried).toEqual([1, 2, 9, 1, 2])
    expect(inbox.countTaken()).toBe(3)
    expect(inbox.countTaken()).toBe(0)
  })

  it('tries what waits once a tick, however many step2 were taken', () => {
    const inbox = new Inbox()
    let tries = 0
    const attempt = (update: Uint8Array): 'taken' | 'hold' => {
      if (update[0] !== 1) return 'taken'
      tries++
      return 'hold'
    }
    inbox.receive({ kind: 'update', update: bytes(1) }, attempt)
    for (let tick = 1; tick <= 2; tick++) {
      for (let at = 0; at < 100; at++) inbox.receive({ kind: 'step2', update: bytes(9) }, attempt)
      inbox.tryHeld(attempt)
      inbox.tryHeld(attempt)
      expect(tries).toBe(1 + tick)
    }
  })

  it('counts nothing behind a gap', () => {
    const inbox = new Inbox()
    inbox.receive({ kind: 'update', update: bytes(1) }, () => 'hold')
    inbox.receive({ kind: 'update', update: bytes(2) }, () => 'taken')
    expect(inbox.countTaken()).toBe(0)
  })

  it('asks for step1 once, and again when a step2 did not help', () => {
    const inbox = new Inbox()
    inbox.receive({ kind: 'update', update: bytes(1) }, () => 'hold')
    expect(inbox.checkHeld(0, false)).toBe(true)
    expect(inbox.checkHeld(16, false)).toBe(false)
    expect(inbox.checkHeld(32, true)).toBe(true)
    expect(inbox.end).toBeNull()
  })

  it.each<[string, (inbox: Inbox) => void]>([
    [
      'after three step2 that did not help',
      (inbox) => {
        for (let at = 0; at < 3; at++) inbox.checkHeld(at, true)
      },
    ],
    ['after half a minute', (inbox) => inbox.checkHeld(30_001, false)],
    [
      'when too many updates wait',
      (inbox) => {
        for (let at = 0; at < 256; at++) inbox.receive({ kind: 'update', update: bytes(1) }, () => 'hold')
        inbox.checkHeld(1, false)
      },
    ],
    [
      'when too many bytes wait',
      (inbox) => {
        inbox.receive({ kind: 'update', update: new Uint8Array(8 * 1024 * 1024) }, () => 'hold')
        inbox.checkHeld(1, false)
      },
    ],
  ])('ends %s', (_when, go) => {
    const inbox = new Inbox()
    inbox.receive({ kind: 'update', update: bytes(1) }, () => 'hold')
    inbox.checkHeld(0, false)
    expect(inbox.end).toBeNull()
    go(inbox)
    expect(inbox.end).toBe('reload-needed')
  })

  it('holds no more for one person than a few sockets need, however many they open', () => {
    const half = new Uint8Array(LIMITS.STEP2_BYTES / 2 + 1)
    const inboxes: Inbox[] = []
    const ofPerson = (): number => inboxes.reduce((sum, { heldBytes }) => sum + heldBytes, 0)
    const most = Math.floor(LIMITS.HELD_BYTES_PER_PERSON / half.length)
    for (let at = 0; at <= most; at++) {
      const inbox = new Inbox()
      inboxes.push(inbox)
      inbox.receive({ kind: 'step2', update: half }, () => 'hold')
      inbox.checkHeld(0, false, ofPerson)
      inbox.checkHeld(16, false, ofPerson)
    }
    expect(inboxes.map(({ end }) => end)).toEqual([...Array<null>(most).fill(null), 'reload-needed'])
    expect(ofPerson()).toBe(most * half.length)
  })

  it('waits afresh after a time in which nothing could come, and then no longer than before', () => {
    const inbox = new Inbox()
    inbox.waitAfresh(-1)
    inbox.receive({ kind: 'update', update: bytes(1) }, () => 'hold')
    inbox.checkHeld(0, false)
    expect(inbox.isOverdue(60_001)).toBe(true)
    inbox.waitAfresh(100_000)
    expect([inbox.isOverdue(160_000), inbox.isOverdue(160_001)]).toEqual([false, true])
    inbox.checkHeld(130_000, false)
    expect(inbox.end).toBeNull()
    inbox.checkHeld(130_001, false)
    expect(inbox.end).toBe('reload-needed')
  })

  it('takes what was refused as taken once a step2 brought it again', () => {
    const inbox = new Inbox()
    inbox.receive({ kind: 'update', update: bytes(1) }, () => 'refused')
    inbox.receive({ kind: 'update', update: bytes(2) }, () => 'taken')
    expect(inbox.countTaken()).toBe(0)
    inbox.receive({ kind: 'step2', update: bytes(3) }, () => 'taken')
    expect(inbox.countTaken()).toBe(3)
  })
})

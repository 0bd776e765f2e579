import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { openBoardDocument } from '@/lib/board/layout'
import { LIMITS } from '@/lib/sync/limits'
import { StateMaker, toKey, type Question } from '@/server/sync/document/pieces/state-maker'
import { FakeClock } from '@/tests/support/fake-clock'

const NEWCOMER: Question = { vector: Uint8Array.of(0), kind: 'step2' }

/** Nothing here is long enough to be made in pieces. */
const NEVER_READ = {
  run: () => Promise.reject(new Error('A short state was read in pieces.')),
}

function setUp() {
  const clock = new FakeClock()
  const document = { board: openBoardDocument(new Y.Doc()), version: 1 }
  const maker = new StateMaker({
    document,
    still: NEVER_READ,
    clock,
    onMade: () => undefined,
    onFailed: (_key, cause) => {
      throw cause
    },
  })
  return { clock, document, maker }
}

/** What a copy asks that has so many changes of one client. */
function asked(clock: number): Question {
  const vector = Y.encodeStateVector(new Map([[7, clock]]))
  return { vector, kind: 'step2' }
}

describe('a short state', () => {
  it('is made once for all who ask for the same while nothing changes', () => {
    const { document, maker } = setUp()
    const frames = maker.make(NEWCOMER)
    expect(frames).not.toBeNull()
    expect(maker.remembered(toKey(NEWCOMER))).toBe(frames)
    document.version++
    expect(maker.remembered(toKey(NEWCOMER))).toBeNull()
    maker.make(NEWCOMER)
    expect(maker.remembered(toKey(NEWCOMER))).not.toBeNull()
  })

  it('is let go of soon, and with it its timer', async () => {
    const { clock, maker } = setUp()
    maker.make(NEWCOMER)
    await clock.advance(LIMITS.STATE_REMEMBERED_MS)
    expect(maker.remembered(toKey(NEWCOMER))).toBeNull()
    expect(clock.waiting).toBe(0)
    maker.make(NEWCOMER)
    maker.stop()
    expect(maker.remembered(toKey(NEWCOMER))).toBeNull()
    expect(clock.waiting).toBe(0)
  })

  it('stays remembered whoever asks for ever other ones, of which few are kept', () => {
    const { maker } = setUp()
    maker.make(NEWCOMER)
    const questions = Array.from({ length: 100 }, (_, at) => asked(at + 1))
    for (const question of questions) maker.make(question)
    expect(maker.remembered(toKey(NEWCOMER))).not.toBeNull()
    expect(questions.filter((question) => maker.remembered(toKey(question))).length).toBeLessThan(8)
  })
})

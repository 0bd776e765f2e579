import { describe, expect, it } from 'vitest'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { editText } from '@/lib/board/operations/texts'
import { rewriteText, textAt } from '@/lib/board/text/rewrite-text'
import { LIMITS } from '@/lib/sync/limits'
import { initiativeId } from '@/tests/support/boards/board-builders'
import { contentsOf, furnish, GuardedBoard, type Visitor } from '../../../server/sync/guard/guarded-board'

const SUMMARY = { root: 'initiatives', id: initiativeId('alpha'), field: 'summary' } as const
const MOST = LIMITS.SUMMARY_CHARACTERS

const type = ({ board, author }: Visitor, at: number, insert: string): void =>
  void editText(board, author, { ...SUMMARY, at, remove: 0, insert })
const removeFirst = ({ board, author }: Visitor, remove: number): void =>
  void editText(board, author, { ...SUMMARY, at: 0, remove, insert: '' })
const summaryOn = ({ board }: Pick<Visitor, 'board'>): string | undefined => textAt(board, SUMMARY)?.toJSON()

describe('where the server cuts a text that others typed in meanwhile', () => {
  it('is where an imported list says, also the second time', () => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    const importAs = (summary: string): void =>
      room.board.doc.transact(() => void rewriteText(room.board, SUMMARY, summary))
    importAs('one two three')
    importAs('one two four')
    const listed = room.join('listed')
    type(listed, 0, 'now ')
    room.tick(listed)
    importAs('now one two five')
    expect(summaryOn(room)).toBe('now one two five')
    expect(bo.outbox).toEqual([])
  })

  it('is at its end, however often it was cut before', () => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    const ada = room.join('ada')
    type(bo, 0, 'x'.repeat(MOST - 5))
    room.tick(bo)
    type(ada, MOST - 5, 'over the end')
    room.tick(ada)
    removeFirst(bo, MOST / 2)
    room.tick(bo)
    type(bo, 0, 'a'.repeat(MOST))
    room.tick(bo)
    expect(summaryOn(room)).toBe('a'.repeat(MOST))
    expect(contentsOf(bo.board)).toEqual(room.contents)
  })

  it('is at its end also where all of that comes in one tick', () => {
    const room = new GuardedBoard()
    const bo = room.join('bo')
    addInitiatives(bo.board, bo.author, [{ id: SUMMARY.id, title: 'New' }])
    type(bo, 0, 'x'.repeat(MOST + 1))
    type(bo, 0, 'a'.repeat(MOST))
    room.tick(bo)
    expect(summaryOn(room)).toBe('a'.repeat(MOST))
    expect(contentsOf(bo.board)).toEqual(room.contents)
  })

  it('is around what a full board does not take', () => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    type(bo, 0, 'x'.repeat(100))
    room.tick(bo)
    room.isFull = true
    room.bytes = LIMITS.DOCUMENT_BYTES + LIMITS.FULL_MORE_BYTES
    type(bo, 50, 'first')
    room.tick(bo)
    removeFirst(bo, 40)
    room.tick(bo)
    type(bo, 30, 'second')
    room.tick(bo)
    expect(summaryOn(room)).toBe('x'.repeat(60))
    expect(contentsOf(bo.board)).toEqual(room.contents)
  })
})

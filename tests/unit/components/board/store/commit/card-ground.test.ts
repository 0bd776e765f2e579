import { expect, test } from 'vitest'
import { CardGround } from '@/components/board/store/commit/card-ground'
import { createRecords, updateRecords } from '@/lib/board/operations/records'
import { findRecord } from '@/lib/board/read'
import type { Step } from '@/lib/board/step'
import { arrowRecord, authorOf, bindingRecord, seededBoard } from '@/tests/support/boards/board-builders'

const ADA = authorOf('ada')

/** An arrow on each of these. */
function boardWithArrowsOn(cards: readonly string[]) {
  const board = seededBoard()
  cards.forEach((card, at) =>
    createRecords(board, ADA, [
      arrowRecord(`shape:arrow-${at}`),
      bindingRecord(`binding:${at}`, `shape:arrow-${at}`, card),
    ]),
  )
  const hang = (id: string, toId: string): Step => {
    const before = findRecord(board, id)
    return before ? updateRecords(board, ADA, [{ before, after: { ...before, toId } }]) : []
  }
  return { board, hang }
}

test('of many cards each is asked for its arrows, and the board is looked at once', () => {
  const cards = Array.from({ length: 30 }, (_, at) => `shape:card-${at}`)
  const { board } = boardWithArrowsOn(cards)
  const { records } = board
  let looks = 0
  const keys = records.keys.bind(records)
  records.keys = () => ((looks += 1), keys())
  const ground = new CardGround(board, [])
  expect(cards.map((card) => ground.boundTo(card).map(({ id }) => id))).toEqual(
    cards.map((_, at) => [`binding:${at}`]),
  )
  expect([ground.boundTo('shape:other'), looks]).toEqual([[], 1])
})

test('an arrow hangs on what the document says, also after something of its gesture was taken back', () => {
  const { board, hang } = boardWithArrowsOn(['shape:card-a', 'shape:card-b'])
  const ground = new CardGround(board, [])
  expect(ground.boundTo('shape:card-a')).toHaveLength(1)
  ground.noteTakenBack(hang('binding:1', 'shape:card-a'))
  expect(ground.boundTo('shape:card-a').map(({ id }) => id)).toEqual(['binding:0', 'binding:1'])
  expect(ground.boundTo('shape:card-b')).toEqual([])
})

test('what is taken back before anybody asks is counted once', () => {
  const { board, hang } = boardWithArrowsOn(['shape:card-a'])
  const ground = new CardGround(board, [])
  ground.noteTakenBack(hang('binding:0', 'shape:card-b'))
  expect(ground.boundTo('shape:card-b')).toHaveLength(1)
})

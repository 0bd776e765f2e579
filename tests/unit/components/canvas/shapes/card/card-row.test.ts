import { expect, it } from 'vitest'
import { cardRow } from '@/components/canvas/shapes/card/card-row'

const measure = (text: string): number => text.length * 6
const reading = 'Spent 94, banked 100 %'
const needed = measure(reading)
const marks = { teamPx: 20, ownerPx: 20 }

it('keeps every mark beside a reading where there is room', () => {
  const row = cardRow({ said: reading, isReading: true, widthPx: needed + 48, ...marks }, measure)
  expect(row).toEqual({ words: reading, hasTeam: true, hasOwner: true })
})

it('never cuts a number: first the owner makes way, then the team, and last the words', () => {
  const rows = [40, 20, -1].map((room) =>
    cardRow({ said: reading, isReading: true, widthPx: needed + room, ...marks }, measure),
  )
  expect(rows).toEqual([
    { words: reading, hasTeam: true, hasOwner: false },
    { words: reading, hasTeam: false, hasOwner: false },
    { words: '', hasTeam: true, hasOwner: true },
  ])
})

it('cuts the name of a team rather than taking the room of the marks', () => {
  const row = cardRow(
    { said: 'A team of a long name', isReading: false, widthPx: 100, teamPx: null, ownerPx: 20 },
    measure,
  )
  expect(row).toEqual({ words: 'A team of a…', hasTeam: false, hasOwner: true })
})

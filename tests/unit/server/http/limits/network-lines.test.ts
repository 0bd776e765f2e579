import { expect, it } from 'vitest'
import { NetworkLines, type Line } from '@/server/http/limits/network-lines'

const createLine = (): Line => ({ destroy: () => undefined })

function createLines(count: number) {
  const lines = new NetworkLines()
  const all = Array.from({ length: count }, createLine)
  for (const line of all) lines.add(line)
  return { lines, all }
}

it('[ROOM-18] makes room for a newcomer at the cost of the line that was silent longest', () => {
  const { lines, all } = createLines(3)
  const [first, second, newcomer] = all as [Line, Line, Line]
  expect(lines.findSpare(newcomer)).toBe(first)
  lines.noteAnswer(first)
  expect(lines.findSpare(newcomer)).toBe(second)
})

it('[ROOM-18] then at the cost of the line on which the last answer lies furthest back', () => {
  const { lines, all } = createLines(3)
  const [first, second, newcomer] = all as [Line, Line, Line]
  for (const line of [second, first, second]) lines.noteAnswer(line)
  expect(lines.findSpare(newcomer)).toBe(first)
})

it('[ROOM-18] cuts no socket of a board for a newcomer under the same address, and the newest for one of others', () => {
  const { lines, all } = createLines(3)
  const [first, second, newcomer] = all as [Line, Line, Line]
  lines.noteAnswer(second)
  for (const line of [first, second]) lines.noteSocket(line)
  expect(lines.findSpare(newcomer)).toBe(newcomer)
  lines.noteSocket(newcomer)
  expect(lines.findSpare(createLine())).toBe(newcomer)
})

it('[ROOM-18] spares no line that was to become a socket and was refused', () => {
  const { lines, all } = createLines(3)
  const [fresh, refused, newcomer] = all as [Line, Line, Line]
  lines.noteSocket(refused)
  expect(lines.findSpare(newcomer)).toBe(fresh)
  lines.noteGoodbye(refused)
  expect(lines.findSpare(newcomer)).toBe(refused)
  expect([lines.delete(refused), lines.findSpare(newcomer)]).toEqual([true, fresh])
})

it('forgets a line that has ended, whatever it had become', () => {
  const { lines, all } = createLines(3)
  const [first, second, third] = all as [Line, Line, Line]
  lines.noteAnswer(first)
  lines.noteSocket(second)
  expect([first, second, third, third].map((line) => lines.delete(line))).toEqual([true, true, true, false])
  expect(lines.isEmpty).toBe(true)
  lines.noteAnswer(first)
  expect(lines.isEmpty).toBe(true)
})

it('[ROOM-18] spares a line on which something is asked for again, not one that only asks', () => {
  const { lines, all } = createLines(4)
  const [first, second, asking, newcomer] = all as [Line, Line, Line, Line]
  for (const line of [first, second]) lines.noteAnswer(line)
  lines.noteRequest(first)
  lines.noteRequest(asking)
  expect(lines.findSpare(newcomer)).toBe(asking)
  lines.delete(asking)
  expect(lines.findSpare(newcomer)).toBe(second)
})

it('[ROOM-18] spares no line that asked for another protocol and is answered without it', () => {
  const { lines, all } = createLines(3)
  const [socket, passedOver, newcomer] = all as [Line, Line, Line]
  lines.noteSocket(socket)
  lines.noteSocket(passedOver)
  lines.noteRequest(passedOver)
  lines.delete(newcomer)
  lines.add(newcomer)
  expect(lines.findSpare(newcomer)).toBe(passedOver)
})

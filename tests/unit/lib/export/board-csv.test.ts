import { expect, it } from 'vitest'
import { CANVAS_INSTANCE, placementKey } from '@/lib/board/layout'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import { writeBoardCsv, writeBoardCsvInPieces } from '@/lib/export/board-csv'
import { CURVES } from '@/lib/curves/catalogue'
import { authorOf, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'

const ADA = authorOf('ada')
const A = initiativeId('a')

it('writes ids, fields and where each initiative stands on each template', () => {
  const board = seededBoard()
  const [curve] = CURVES
  const more = { team: 'Core', owner: 'Bo', tags: ['q3', 'all'], links: ['https://a.b', 'mailto:c@d.e'] }
  addInitiatives(board, ADA, [
    { id: A, title: 'Search, fast', externalKey: 'K-1', summary: '=1+1', effort: 2, ...more },
    { id: initiativeId('b'), title: 'Login' },
    { id: initiativeId('gone'), title: 'Gone' },
  ])
  setInitiativeDeleted(board, ADA, { id: initiativeId('gone'), deleted: true })
  const placement = { target: `curve:${curve?.id ?? ''}`, x: 0, dx: 0, dy: 0 }
  setPlacements(board, ADA, [{ key: placementKey(A, FIRST_INSTANCE), placement }])
  const lines = writeBoardCsv(board).trim().split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toBe(
    'contour_id,external_key,title,summary,team,owner,effort,tags,links,where: Effort and value,reading: Effort and value',
  )
  expect(lines[1]).toMatch(
    /^a,K-1,"Search, fast",'=1\+1,Core,Bo,2,"q3; all",https:\/\/a\.b mailto:c@d\.e,"on “.+”",Nothing spent yet\./,
  )
  expect(lines[2]).toBe('b,,Login,,,,1,,,,')
})

it('has a column for the canvas only where something lies there', () => {
  const board = seededBoard()
  addInitiatives(board, ADA, [{ id: A, title: 'Search' }])
  expect(writeBoardCsv(board)).not.toContain('canvas')
  const placement = { target: 'canvas', dx: 1, dy: 1 }
  setPlacements(board, ADA, [{ key: placementKey(A, CANVAS_INSTANCE), placement }])
  expect(writeBoardCsv(board)).toContain('on the canvas')
})

it('writes in pieces what stood on the board when it was asked, whatever happens between two', () => {
  const board = seededBoard()
  const ids = Array.from({ length: 120 }, (_, at) => initiativeId(`i${at}`))
  addInitiatives(
    board,
    ADA,
    ids.map((id) => ({ id, title: id })),
  )
  const whole = writeBoardCsv(board)
  const pieces: string[] = []
  for (const piece of writeBoardCsvInPieces(board)) {
    pieces.push(piece)
    setInitiativeDeleted(board, ADA, { id: initiativeId('i119'), deleted: true })
    setPlacements(board, ADA, [
      {
        key: placementKey(initiativeId('i118'), FIRST_INSTANCE),
        placement: { target: 'frame', dx: 0, dy: 0 },
      },
    ])
  }
  expect(pieces.length).toBeGreaterThan(2)
  expect(pieces.join('')).toBe(whole)
})

import { ellipsize, type MeasureText } from '@/lib/text/wrap-text'

const GAP_PX = 4

/** The quiet row of a card in a picture: its words, and which of the marks at its right have room beside them. */
export interface CardRow {
  readonly words: string
  readonly hasTeam: boolean
  readonly hasOwner: boolean
}

interface RowGround {
  readonly said: string
  /** A reading: half a number would be another number, so it stands whole or not at all. */
  readonly isReading: boolean
  /** How wide the words and the marks are together, px. */
  readonly widthPx: number
  /** Each of the marks, px; null where there is none. */
  readonly teamPx: number | null
  readonly ownerPx: number | null
}

/** As on the page: the marks make way for a reading, the owner first; a name is cut before it takes their room. */
export function cardRow(ground: RowGround, measure: MeasureText): CardRow {
  const { said, isReading, widthPx, teamPx, ownerPx } = ground
  const roomBeside = (marks: readonly (number | null)[]): number =>
    marks.reduce<number>((room, mark) => (mark === null ? room : room - mark - GAP_PX), widthPx)
  const beside = { words: said, hasTeam: teamPx !== null, hasOwner: ownerPx !== null }
  if (!isReading) return { ...beside, words: ellipsize(said, roomBeside([teamPx, ownerPx]), measure) }
  const needed = measure(said)
  if (needed <= roomBeside([teamPx, ownerPx])) return beside
  if (needed <= roomBeside([teamPx])) return { ...beside, hasOwner: false }
  if (needed <= widthPx) return { words: said, hasTeam: false, hasOwner: false }
  return { ...beside, words: '' }
}

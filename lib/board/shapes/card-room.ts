const TITLE_LINES = 2
/** Lower than this there is no room for the quiet row; lower than the next, for one line of the title only. */
const ROW_FROM_H = 80
const TWO_LINES_FROM_H = 50
/** Lower than this a line of the title has room only in small letters. */
const LINE_FROM_H = 24

/** What a card has room for, wherever it is drawn. */
interface CardRoom {
  readonly titleLines: number
  readonly hasRow: boolean
  /** It says its title in small letters. */
  readonly isLow: boolean
}

/** Says what a card of this height, in px, has room for. */
export function cardRoom(h: number): CardRoom {
  return {
    titleLines: h < TWO_LINES_FROM_H ? 1 : TITLE_LINES,
    hasRow: h >= ROW_FROM_H,
    isLow: h < LINE_FROM_H,
  }
}

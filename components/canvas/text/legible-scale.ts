/** How many px on the screen the letters of a new note are to have at least: those of a page's own text. */
const LETTERS_PX = 14
/** What the canvas engine writes a note of middle size with, board px. */
const NOTE_LETTERS_PX = 22
const STEP = 0.5
/** What is no more than a tenth smaller than promised is left at the smaller step. */
const SLACK = 0.1
const LARGEST = 4

/**
 * How many times as large as the engine's own a new note or text has to be, so that its letters can be read where the
 * board is shown at this zoom (1 = board px are screen px). It comes in steps of a half from 1 to 4, so that people who
 * see the board at about the same zoom write in one size.
 */
export function legibleScale(zoom: number): number {
  const needed = LETTERS_PX / (NOTE_LETTERS_PX * zoom)
  const stepped = Math.ceil((needed - SLACK) / STEP) * STEP
  return Math.min(LARGEST, Math.max(1, stepped))
}

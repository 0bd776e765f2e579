import { DefaultColorThemePalette } from 'tldraw'
import { NOTE_INK, NOTE_PAPERS } from '../../board/colors/note-papers'
import { CANVAS_COLORS } from '../../board/canvas/canvas-styles'

/**
 * Gives notes papers of ours: the engine's yellow and orange can hardly be told apart, and its plain one is black in the
 * dark. It reads them from this one table, also for pictures.
 */
export function cutNotes(): void {
  const { lightMode, darkMode } = DefaultColorThemePalette
  for (const { color } of CANVAS_COLORS) {
    lightMode[color].note = { fill: NOTE_PAPERS.light[color], text: NOTE_INK }
    darkMode[color].note = { fill: NOTE_PAPERS.dark[color], text: NOTE_INK }
  }
}

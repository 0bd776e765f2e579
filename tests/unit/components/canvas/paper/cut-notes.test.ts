import { DefaultColorThemePalette } from 'tldraw'
import { expect, test } from 'vitest'
import { CANVAS_COLORS } from '@/components/board/canvas/canvas-styles'
import { NOTE_INK, NOTE_PAPERS } from '@/components/board/colors/note-papers'
import { cutNotes } from '@/components/canvas/paper/cut-notes'

test('the canvas engine draws each note on paper of ours, in both themes', () => {
  cutNotes()
  const { lightMode, darkMode } = DefaultColorThemePalette
  for (const { color } of CANVAS_COLORS) {
    expect(lightMode[color].note).toEqual({ fill: NOTE_PAPERS.light[color], text: NOTE_INK })
    expect(darkMode[color].note).toEqual({ fill: NOTE_PAPERS.dark[color], text: NOTE_INK })
  }
})

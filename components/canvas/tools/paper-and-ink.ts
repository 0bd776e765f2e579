import { DefaultColorStyle, react, unsafe__withoutCapture, type Editor } from 'tldraw'
import type { CanvasColor } from '../../board/canvas/canvas-styles'
import { atomPerEditor } from '../atom-per-editor'

/** What a colour is of: what notes are cut from, or what everything else is drawn and written with. */
type Stuff = 'paper' | 'ink'

const nextColors = atomPerEditor<Readonly<Record<Stuff, CanvasColor>>>('next colours', {
  paper: 'black',
  ink: 'black',
})

/** Chooses the colour of the next note, or of the next of everything else. */
export function chooseNextColor(editor: Editor, stuff: Stuff, color: CanvasColor): void {
  nextColors(editor).update((colors) => ({ ...colors, [stuff]: color }))
}

/** The engine knows one next colour: keeps that of paper in it while the tool in hand makes notes, else that of ink. */
export function keepPaperFromInk(editor: Editor): () => void {
  return react('next colour', () => {
    const color = nextColors(editor).get()[editor.isIn('note') ? 'paper' : 'ink']
    // Setting it reads where it is kept, which is no reason to set it again.
    unsafe__withoutCapture(() => editor.setStyleForNextShapes(DefaultColorStyle, color))
  })
}

import { useEffect, useState } from 'react'
import { react, type Editor } from 'tldraw'
import { sameJson } from '@/lib/board/units'
import { clientOf } from '../../session/store-client'
import { readMapScene, type MapScene } from './map-scene'
import { createSeldom } from './seldom'

/** A room at work changes the board with every picture; a map that is read from afar need not. */
const EVERY_MS = 300

/** What the map shows, read anew a few times a second at most and drawn anew only where that differs. */
export function useMapScene(editor: Editor): MapScene {
  const [scene, setScene] = useState(() => readMapScene(editor))
  useEffect(() => {
    const { view } = clientOf(editor)
    const show = (next: MapScene): void => setScene((last) => (sameJson(last, next) ? last : next))
    const reading = createSeldom(() => show(readMapScene(editor)), EVERY_MS)
    const stopShapes = editor.store.listen(reading.ask, { scope: 'document' })
    const stopTeams = react('teams on the map', () => {
      view.teamHues.get()
      for (const id of view.initiatives.get()) view.initiative(id).get()
      reading.ask()
    })
    return () => {
      stopShapes()
      stopTeams()
      reading.stop()
    }
  }, [editor])
  return scene
}

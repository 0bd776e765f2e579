import { Box, type Editor, type TLShapeId } from 'tldraw'
import { addedAbsentSentence } from '@/lib/teams/absent-words'
import { freePlaces } from '@/lib/teams/free-place'
import { teamTypeOf } from '@/lib/teams/team-types'
import { sayUndoable } from '../../../board/undo/say-undoable'
import { clientOf } from '../../session/store-client'
import { takeKeyboard } from '../../take-keyboard'
import { showTemplate } from '../../moving/travel/show-template'
import { GLIDE } from '../../view/glide'
import { clearView, mapInView } from './add-to-map'
import { takenBoxes } from './taken-boxes'

const NO_ROOM = 'There is no room on the map for them. Make some, then add them.'

/** Stands the teams that initiatives name and no map shows on the map one looks at, selects them and says so. */
export function addAbsentTeams(editor: Editor, flush: () => void): void {
  const client = clientOf(editor)
  const map = mapInView(editor)
  const absent = client.view.absentTeams.get()
  if (!map || absent.length === 0) return
  const sizes = absent.map(({ type }) => teamTypeOf(type).size)
  const boxes = freePlaces(map.area, sizes, takenBoxes(editor))
  const placed = absent.flatMap((team, at) => {
    const box = boxes[at]
    return box ? [{ ...team, box }] : []
  })
  if (placed.length === 0) return client.tell({ tone: 'attention', sentence: NO_ROOM })
  const shapeIds = client.teams.addAbsent(map.instanceId, placed) as TLShapeId[]
  if (shapeIds.length === 0) return
  flush()
  editor.setCurrentTool('select')
  editor.select(...shapeIds)
  const around = Box.Common(shapeIds.flatMap((id) => editor.getShapePageBounds(id) ?? []))
  if (!clearView(editor).contains(around)) showTemplate(editor, map.instanceId, GLIDE)
  takeKeyboard(editor)
  sayUndoable(client, addedAbsentSentence(placed, absent.length - placed.length))
}

import {
  CANVAS_INSTANCE,
  placementKey,
  type BoardDocument,
  type Initiative,
  type Instance,
} from '../board/layout'
import { nameInstances } from '../board/places/instance-names'
import { placeWords } from '../board/places/place-words'
import { listInitiatives, listInstances, listTeams, readPlacement } from '../board/read'
import { joinTags } from '../board/tags'
import type { InstanceId } from '../ids'
import { writeCsv } from './write-csv'

const HEADER = ['contour_id', 'external_key', 'title', 'summary', 'team', 'owner', 'effort', 'tags', 'links']

/**
 * Writes every initiative of a board as a CSV that can be imported again: its id here and in the spreadsheet it came
 * from, what is known of it, and for each template where it stands and what that means. Effort is in person-weeks.
 */
export function writeBoardCsv(board: BoardDocument): string {
  const instances = listInstances(board)
  const places = placeColumns(board, instances)
  const header = [...HEADER, ...places.flatMap(({ name }) => [`where: ${name}`, `reading: ${name}`])]
  const teams = listTeams(board)
  const cellsOf = ({ id }: Initiative, place: PlaceColumn): string[] => {
    const placement = readPlacement(board, placementKey(id, place.id))
    if (!placement) return ['', '']
    const { where, reading } = placeWords(placement, { instance: place.instance, teams })
    return [where, reading]
  }
  const rows = listInitiatives(board).map((initiative) => [
    ...fieldsOf(initiative),
    ...places.flatMap((place) => cellsOf(initiative, place)),
  ])
  return writeCsv([header, ...rows])
}

interface PlaceColumn {
  readonly id: InstanceId
  readonly name: string
  readonly instance: Instance | undefined
}

/** The canvas has columns only where something lies on it outside the templates. */
function placeColumns(board: BoardDocument, instances: readonly Instance[]): readonly PlaceColumn[] {
  const names = nameInstances(instances)
  const columns = instances.map((instance) => ({
    id: instance.id,
    name: names.get(instance.id) ?? '',
    instance,
  }))
  const isUsed = listInitiatives(board).some(({ id }) =>
    readPlacement(board, placementKey(id, CANVAS_INSTANCE)),
  )
  return isUsed ? [...columns, { id: CANVAS_INSTANCE, name: 'canvas', instance: undefined }] : columns
}

function fieldsOf(initiative: Initiative): (string | number | undefined)[] {
  const { id, externalKey, title, summary, team, owner, effort, tags = [], links = [] } = initiative
  return [id, externalKey, title, summary, team, owner, effort, joinTags(tags), links.join(' ')]
}

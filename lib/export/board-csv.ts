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
import { joinTags } from '../board/initiatives/tags'
import type { InstanceId } from '../ids'
import { writeCsv, writeCsvRows, type CsvRow } from './write-csv'

const HEADER = ['contour_id', 'external_key', 'title', 'summary', 'team', 'owner', 'effort', 'tags', 'links']
/** Of a board as full as may be they take a hundredth of a second. */
const INITIATIVES_PER_PIECE = 50

/**
 * Writes every initiative of a board as a CSV that can be imported again: its id here and in the spreadsheet it came
 * from, what is known of it, and for each template where it stands and what that means. Effort is in person-weeks.
 */
export function writeBoardCsv(board: BoardDocument): string {
  return [...writeBoardCsvInPieces(board)].join('')
}

/** The same, a few initiatives in each piece: the board as it is at the call, also where it changes between two. */
export function writeBoardCsvInPieces(board: BoardDocument): Iterable<string> {
  const instances = listInstances(board)
  const initiatives = listInitiatives(board)
  const places = placeColumns(board, { instances, initiatives })
  const standing = new Map(board.placements.entries())
  const teams = listTeams(board)
  const cellsOf = ({ id }: Initiative, place: PlaceColumn): string[] => {
    const placement = standing.get(placementKey(id, place.id))
    if (!placement) return ['', '']
    const { where, reading } = placeWords(placement, { instance: place.instance, teams })
    return [where, reading]
  }
  const rowOf = (initiative: Initiative): CsvRow => [
    ...fieldsOf(initiative),
    ...places.flatMap((place) => cellsOf(initiative, place)),
  ]
  const header = [...HEADER, ...places.flatMap(({ name }) => [`where: ${name}`, `reading: ${name}`])]
  return inPieces(header, initiatives, rowOf)
}

function* inPieces(
  header: CsvRow,
  initiatives: readonly Initiative[],
  rowOf: (initiative: Initiative) => CsvRow,
): Generator<string> {
  yield writeCsv([header])
  for (let at = 0; at < initiatives.length; at += INITIATIVES_PER_PIECE)
    yield writeCsvRows(initiatives.slice(at, at + INITIATIVES_PER_PIECE).map(rowOf))
}

interface PlaceColumn {
  readonly id: InstanceId
  readonly name: string
  readonly instance: Instance | undefined
}

/** The canvas has columns only where something lies on it outside the templates. */
function placeColumns(
  board: BoardDocument,
  { instances, initiatives }: { instances: readonly Instance[]; initiatives: readonly Initiative[] },
): readonly PlaceColumn[] {
  const names = nameInstances(instances)
  const columns = instances.map((instance) => ({
    id: instance.id,
    name: names.get(instance.id) ?? '',
    instance,
  }))
  const isUsed = initiatives.some(({ id }) => readPlacement(board, placementKey(id, CANVAS_INSTANCE)))
  return isUsed ? [...columns, { id: CANVAS_INSTANCE, name: 'canvas', instance: undefined }] : columns
}

function fieldsOf(initiative: Initiative): (string | number | undefined)[] {
  const { id, externalKey, title, summary, team, owner, effort, tags = [], links = [] } = initiative
  return [id, externalKey, title, summary, team, owner, effort, joinTags(tags), links.join(' ')]
}

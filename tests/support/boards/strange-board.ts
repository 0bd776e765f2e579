import type { BoardRecord, Json } from '@/lib/board/layout'
import { checkRecord } from '@/lib/board/limits/record-limits'
import { PAGE_ID } from '@/lib/board/seed'
import type { Author } from '@/lib/board/step'
import type { PersonId } from '@/lib/ids'
import type { SeededRandom } from '../seeded-random'
import { bindingRecord, geoRecord } from './board-builders'
import { STRANGE_TYPES, StrangeValues, strangeProps } from './strange-shapes'

/** Records that the guard takes, and what somebody makes of them afterwards; `after` is null where they delete it. */
export interface StrangeBoard {
  readonly records: readonly BoardRecord[]
  readonly changes: readonly { readonly before: BoardRecord; readonly after: BoardRecord | null }[]
}

/** One who makes strange records, as the server takes them: signed. */
export function strangerOf(personId: string): { author: Author; signed(one: BoardRecord): BoardRecord } {
  const author: Author = { personId: personId as PersonId, now: Date.now(), origin: 'person' }
  const meta = { createdBy: author.personId, createdAt: author.now }
  return { author, signed: (one) => (one.typeName === 'shape' ? { ...one, meta } : one) }
}

type Kind = (type: string) => boolean

/**
 * Draws a board on which anything may hang on anything: shapes in shapes, arrows on what they lie in or beside, and on what
 * stands on the board by itself (`derived`), with a share of values that nobody ever meant.
 */
export function drawStrangeBoard(random: SeededRandom, derived: readonly string[]): StrangeBoard {
  const values = new StrangeValues(random)
  const kinds = ['geo', 'arrow', 'arrow', ...Array.from({ length: 4 }, () => random.pick(STRANGE_TYPES))]
  const things = Array.from({ length: 8 + random.below(25) }, (_, at) => ({
    id: `shape:strange-${at}`,
    type: kinds[random.below(kinds.length)] ?? 'geo',
  }))
  const idsOf = (isKind: Kind): string[] => things.filter(({ type }) => isKind(type)).map(({ id }) => id)
  const places: Places = { derived, holders: idsOf((type) => type !== 'arrow'), page: PAGE_ID }
  const shapes = things.map((thing) => shapeOf(thing, values, places)).filter(isTaken)
  const ends = [...idsOf((type) => type !== 'arrow' && type !== 'group'), ...derived]
  const bindings = shapes
    .filter(({ type }) => type === 'arrow')
    .flatMap((arrow) => bindingsOf(arrow, values, ends))
    .filter(isTaken)
  const records = [...shapes, ...bindings]
  return {
    records,
    changes: records.filter(() => values.chance(0.2)).map((one) => change(one, values, places)),
  }
}

interface Places {
  readonly page: string
  readonly holders: readonly string[]
  readonly derived: readonly string[]
}

function shapeOf(
  { id, type }: { id: string; type: string },
  values: StrangeValues,
  places: Places,
): BoardRecord {
  return { ...geoRecord(id, standing(values, places)), type, props: strangeProps(type, values) }
}

function standing(values: StrangeValues, { page, holders, derived }: Places): Record<string, Json> {
  const at = values.random.next()
  const parents = at < 0.4 ? [page] : at < 0.85 ? holders : derived
  return {
    ...{ parentId: oneOf(parents, values) ?? page, index: `a${1 + values.random.below(9)}` },
    ...{ x: values.place(900), y: values.place(700) },
    rotation: values.chance(0.6) ? 0 : values.number(Math.PI / 2, [0.3, -0, 5e-324, 1e7]),
    ...{ isLocked: values.chance(0.07), opacity: values.number(1, [0, 5e-324]) },
  }
}

/** Most have both ends on something, often on one thing or on what they lie in; a few have an end twice. */
function bindingsOf(arrow: BoardRecord, values: StrangeValues, ends: readonly string[]): BoardRecord[] {
  const own = textOf(arrow['parentId'])
  const target = (): string => (values.chance(0.25) ? own : (oneOf(ends, values) ?? own))
  const first = target()
  const targets = [first, values.chance(0.3) ? first : target(), ...(values.chance(0.1) ? [target()] : [])]
  return targets.map((to, at) => ({
    ...bindingRecord(`binding:${arrow.id.slice('shape:'.length)}-${at}`, arrow.id, to),
    props: bindingProps(values, at === 0 ? 'start' : 'end'),
  }))
}

function bindingProps(values: StrangeValues, terminal: string): Json {
  const anchor = (): number => values.number(values.random.pick([0.5, 0, 1, 0.3]), [-1, 2, 1e7, -1e7])
  return {
    ...{ terminal, normalizedAnchor: { x: anchor(), y: anchor() } },
    ...{ isExact: values.chance(0.3), isPrecise: values.chance(0.5) },
    snap: values.random.pick(['center', 'edge-point', 'edge', 'none']),
  }
}

function change(before: BoardRecord, values: StrangeValues, places: Places): StrangeBoard['changes'][number] {
  if (values.chance(0.2)) return { before, after: null }
  const after =
    before.typeName === 'binding'
      ? { ...before, props: bindingProps(values, values.random.pick(['start', 'end'])) }
      : values.chance(0.5)
        ? { ...before, ...standing(values, places) }
        : { ...before, props: strangeProps(textOf(before['type']), values) }
  return { before, after: isTaken(after) ? after : null }
}

function isTaken(record: BoardRecord): boolean {
  return checkRecord(record).ok
}

function oneOf(ids: readonly string[], values: StrangeValues): string | undefined {
  return ids[values.random.below(ids.length)]
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

import { COLUMN_ROLES, type ColumnRole } from '@/lib/import/columns'
import type { RejectedRow } from '@/lib/import/parse-rows'

/** What is wrong with one row. */
export interface RowFault {
  /** Nothing of the row comes in. */
  readonly isWhole: boolean
  /** The columns that are at fault; empty where the row itself cannot be read. */
  readonly roles: readonly ColumnRole[]
  /** Why, as it stands below the row. */
  readonly sentence: string
}

/** Fields of the reasons that are named otherwise than what a column means. */
const ROLE_OF: Readonly<Record<string, ColumnRole>> = { external_key: 'externalKey', contour_id: 'id' }
/** What is left out, where the rest of the row comes in: its column may be out of sight. */
const SUBJECTS: Readonly<Record<string, string>> = {
  summary: 'The summary is',
  team: 'The team is',
  owner: 'The owner is',
  effort: 'The effort is',
  tags: 'The tags are',
  links: 'The links are',
}
/** Without one of these a row is no initiative, or not this one. */
const WHOLE = ['row', 'title', 'external_key', 'contour_id']

/** What is wrong with each row, by its number; rows without a fault are not in it. */
export function rowFaults(rejected: readonly RejectedRow[]): ReadonlyMap<number, RowFault> {
  const byRow = new Map<number, RejectedRow[]>()
  for (const one of rejected) {
    const reasons = byRow.get(one.row)
    if (reasons) reasons.push(one)
    else byRow.set(one.row, [one])
  }
  return new Map([...byRow].map(([row, reasons]) => [row, faultOf(reasons)]))
}

function faultOf(reasons: readonly RejectedRow[]): RowFault {
  const isWhole = reasons.some(({ field }) => WHOLE.includes(field))
  const sentence = reasons.map(sentenceOf).join(' ')
  const roles = reasons.flatMap(({ field }) => roleOf(field) ?? [])
  return {
    isWhole,
    roles,
    sentence: isWhole ? sentence.replace(/^Left out/, 'The row is left out') : sentence,
  }
}

/** `Partly left out: only 20 tags fit.` becomes `The tags are partly left out: only 20 tags fit.` */
function sentenceOf({ field, reason }: RejectedRow): string {
  const subject = SUBJECTS[field]
  if (subject === undefined) return reason
  return `${subject} ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`
}

function roleOf(field: string): ColumnRole | undefined {
  return ROLE_OF[field] ?? COLUMN_ROLES.find((role) => role === field)
}

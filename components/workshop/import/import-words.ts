import type { ImportCounts } from '@/lib/board/operations/import'
import { capitalised } from '@/lib/text/capitalised'
import { count } from '@/lib/text/count'

/** The outcome as one sentence: `Added 12 and updated 3 initiatives.` */
export function importWords({ added, updated, unchanged, skipped }: ImportCounts): string {
  if (added + updated + unchanged === 0)
    return skipped === 0 ? 'Nothing was added.' : `Skipped ${count(skipped, 'row')}.`
  if (added + updated === 0) return 'Nothing changed: all of it is on the board already.'
  const parts = [...(added > 0 ? [`added ${added}`] : []), ...(updated > 0 ? [`updated ${updated}`] : [])]
  const sentence = `${parts.join(' and ')} ${(updated || added) === 1 ? 'initiative' : 'initiatives'}`
  const rest = skipped > 0 ? `, skipped ${count(skipped, 'row')}` : ''
  return `${capitalised(sentence)}${rest}.`
}

'use client'

import type { Likeness } from '@/lib/board/initiatives/duplicates'
import type { DuplicateChoice } from '@/lib/board/operations/import'
import { SegmentedControl } from '../../../ui/controls/segmented-control'
import { count } from '@/lib/text/count'
import styles from '../import-dialog.module.css'
import type { ImportChoices, ImportPlan } from './import-plan'

interface DuplicateQuestionsProps {
  readonly plan: Pick<ImportPlan, 'duplicates' | 'keepTeam' | 'repeated'>
  readonly choices: ImportChoices
  readonly onChange: (choices: ImportChoices) => void
}

const SEGMENTS: readonly { value: DuplicateChoice; label: string }[] = [
  { value: 'update', label: 'Update' },
  { value: 'skip', label: 'Skip' },
  { value: 'add', label: 'Add anyway' },
]
const COMMON: Readonly<Record<Likeness, string>> = { key: 'the same key', title: 'the same title' }
const MEANS: Readonly<Record<Likeness, Readonly<Record<DuplicateChoice, string>>>> = {
  key: {
    update: 'The card on the board is updated from this row. Empty cells change nothing.',
    skip: 'What is on the board stays as it is.',
    add: 'They come in as well, without their key, which is taken.',
  },
  title: {
    update: 'The card on the board is updated from this row. Empty cells change nothing.',
    skip: 'What is on the board stays as it is.',
    add: 'They come in beside those on the board.',
  },
}

const REPEATED = {
  segments: [
    { value: 'add', label: 'Add both' },
    { value: 'skip', label: 'Skip' },
  ],
  means: {
    add: 'Each of them becomes an initiative.',
    skip: 'Of those with one title the first comes in.',
  },
} as const

/**
 * What shall happen to rows whose initiative is on the board already, or stands in the list twice; nothing is asked where
 * there are none.
 */
export function DuplicateQuestions({ plan, choices, onChange }: DuplicateQuestionsProps) {
  return (
    <>
      <KnownQuestions {...{ plan, choices, onChange }} />
      {plan.repeated > 0 && (
        <div className={styles.question}>
          <p>
            {count(plan.repeated, 'new row has', 'new rows have')} the title of an earlier row.{' '}
            <span className={styles.hint}>{REPEATED.means[choices.repeated]}</span>
          </p>
          <SegmentedControl
            label="Rows with the title of an earlier row"
            value={choices.repeated}
            segments={REPEATED.segments}
            onChange={(repeated) => onChange({ ...choices, repeated })}
          />
        </div>
      )}
    </>
  )
}

function KnownQuestions({ plan, choices, onChange }: DuplicateQuestionsProps) {
  return (['key', 'title'] as const).map((likeness) => {
    const found = plan.duplicates[likeness]
    if (found === 0) return null
    const [choice, keepTeam] = [choices[likeness], plan.keepTeam[likeness]]
    const words = `${count(found, 'row has', 'rows have')} ${COMMON[likeness]} as an initiative here.`
    return (
      <div key={likeness} className={styles.question}>
        <p>
          {words}{' '}
          <span className={styles.hint}>
            {MEANS[likeness][choice]}
            {keepTeam > 0 && ` ${keepTeamWords(keepTeam)}`}
          </span>
        </p>
        <SegmentedControl
          label={`Rows with ${COMMON[likeness]}`}
          value={choice}
          segments={SEGMENTS}
          onChange={(changed) => onChange({ ...choices, [likeness]: changed })}
        />
      </div>
    )
  })
}

function keepTeamWords(cards: number): string {
  const they = count(cards, 'card stands', 'cards stand')
  return `${they} on a team of the map and ${cards === 1 ? 'keeps' : 'keep'} that team.`
}

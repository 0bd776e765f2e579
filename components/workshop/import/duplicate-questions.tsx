'use client'

import type { Likeness } from '@/lib/board/duplicates'
import type { DuplicateChoice, DuplicateChoices } from '@/lib/board/operations/import'
import { SegmentedControl } from '../../ui/controls/segmented-control'
import { count } from '../count'
import styles from './import-dialog.module.css'

interface DuplicateQuestionsProps {
  readonly duplicates: Readonly<Record<Likeness, number>>
  readonly choices: DuplicateChoices
  readonly onChange: (choices: DuplicateChoices) => void
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

/** What shall happen to rows whose initiative is on the board already; nothing is asked where there are none. */
export function DuplicateQuestions({ duplicates, choices, onChange }: DuplicateQuestionsProps) {
  return (['key', 'title'] as const).map((likeness) => {
    const found = duplicates[likeness]
    if (found === 0) return null
    const choice = choices[likeness]
    const words = `${count(found, 'row has', 'rows have')} ${COMMON[likeness]} as an initiative here.`
    return (
      <div key={likeness} className={styles.question}>
        <p>
          {words} <span className={styles.hint}>{MEANS[likeness][choice]}</span>
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

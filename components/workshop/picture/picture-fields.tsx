import type { PicturePart, PictureParts, PictureScale } from '../../board/canvas/canvas-pictures'
import { CheckField } from '../../ui/controls/fields/check-field'
import { ChoiceList } from '../../ui/controls/choice-list'
import { SegmentedControl } from '../../ui/controls/segmented-control'
import { count } from '@/lib/text/count'
import styles from './picture-form.module.css'
import type { usePictureOrder } from './use-picture-order'

type Order = ReturnType<typeof usePictureOrder>

const BOARD = 'board'
const SELECTION = 'selection'
const FRAME = 'frame:'
const FORMATS = [
  { value: 'png', label: 'PNG' },
  { value: 'svg', label: 'SVG' },
] as const
const SCALES = [
  { value: '1', label: '1×' },
  { value: '2', label: '2×' },
  { value: '4', label: '4×' },
] as const
const PAPERS = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

interface PictureFieldsProps {
  readonly order: Order
  readonly disabled: boolean
  /** Stands beside the choice of what to show. */
  readonly preview: React.ReactNode
}

/** What the picture shows and how. */
export function PictureFields({ order, disabled, preview }: PictureFieldsProps) {
  const { parts, part, setPart, choices, choose } = order
  return (
    <fieldset className={styles.fields} disabled={disabled}>
      <div className={styles.what}>
        <ChoiceList
          label="What to show"
          value={toValue(part)}
          onChange={(value) => setPart(toPart(value))}
          choices={toChoices(parts)}
          disabled={disabled}
        />
        {preview}
      </div>
      <div className={styles.row}>
        <Field label="Format">
          <SegmentedControl
            label="Format"
            value={choices.format}
            segments={FORMATS}
            onChange={(format) => choose({ format })}
          />
        </Field>
        {choices.format === 'png' && (
          <Field label="Size">
            <SegmentedControl
              label="Size"
              value={`${choices.scale}`}
              segments={SCALES}
              onChange={(scale) => choose({ scale: Number(scale) as PictureScale })}
            />
          </Field>
        )}
        <Field label="Paper">
          <SegmentedControl
            label="Paper"
            value={choices.dark ? 'dark' : 'light'}
            segments={PAPERS}
            onChange={(paper) => choose({ dark: paper === 'dark' })}
          />
        </Field>
      </div>
      <CheckField
        label="Title, date and legend"
        checked={choices.captioned}
        onChange={(captioned) => choose({ captioned })}
        disabled={disabled}
      />
    </fieldset>
  )
}

function Field({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className={styles.field}>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      {children}
    </div>
  )
}

function toChoices({ frames, selected }: PictureParts) {
  const hint = selected === 0 ? 'nothing is selected' : count(selected, 'thing')
  return [
    { value: BOARD, label: 'The whole board' },
    ...frames.map(({ instanceId, name }) => ({ value: `${FRAME}${instanceId}`, label: name })),
    { value: SELECTION, label: 'What is selected', hint, disabled: selected === 0 },
  ]
}

function toValue(part: PicturePart): string {
  return part.kind === 'frame' ? `${FRAME}${part.instanceId}` : part.kind
}

function toPart(value: string): PicturePart {
  if (value.startsWith(FRAME)) return { kind: 'frame', instanceId: value.slice(FRAME.length) }
  return { kind: value === SELECTION ? SELECTION : BOARD }
}

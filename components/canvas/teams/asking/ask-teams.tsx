import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { useEffect, useRef, useState, type CSSProperties, type RefObject } from 'react'
import type { Team } from '@/lib/board/layout'
import type { TeamId } from '@/lib/ids'
import { interactionModeOf } from '@/lib/teams/interaction-modes'
import { teamLabel } from '@/lib/teams/team-name'
import type { AskedTeams } from '../../../board/client/commands/team-commands'
import { Button } from '../../../ui/controls/button'
import { Select } from '../../../ui/controls/fields/select'
import { clientOf } from '../../session/store-client'
import { takeKeyboard } from '../../take-keyboard'
import { showNew } from '../adding/add-to-map'
import type { ListName } from './list-for'
import styles from '../teams.module.css'
import { useAskPlace } from './use-ask-place'
import { usePressedTeam } from './use-pressed-team'
import { useTeamChoice } from './use-team-choice'
import { useSizeOf } from '../../view/use-size-of'

/** Asks which two teams an interaction joins, where that is not clear from where it lies. */
export function AskTeams(): React.ReactNode {
  const editor = useEditor()
  const question = useValue('asked for teams', () => clientOf(editor).teams.asked.get(), [editor])
  return question ? <Question key={question.id ?? 'new'} question={question} /> : null
}

function Question({ question }: { readonly question: AskedTeams }): React.ReactNode {
  const editor = useEditor()
  const { teams, view } = clientOf(editor)
  const choice = useTeamChoice(question, view)
  const { from, to } = choice
  const mode = interactionModeOf(question.mode)
  const isService = mode.id === 'x-as-a-service'
  const isPair = from !== '' && to !== '' && from !== to
  const first = useRef<HTMLSelectElement>(null)
  const [form, setForm] = useState<HTMLElement | null>(null)
  const place = useAskPlace(question, useSizeOf(form))
  useEffect(() => first.current?.focus(), [])
  usePressedTeam(question.instanceId, (id) => {
    choice.press(id)
    // The press gave the keyboard to the canvas; the lists are drawn with the next picture.
    requestAnimationFrame(() => focusNext(form))
  })
  const giveUp = (): void => {
    teams.answer(null)
    takeKeyboard(editor)
  }
  useOwnKeys(form, giveUp)
  const answer = (): void => {
    const shapeId = teams.answer({ from: from as TeamId, to: to as TeamId })
    // The shape is drawn with the next picture.
    if (shapeId !== null) requestAnimationFrame(() => showNew(editor, shapeId as TLShapeId))
    else takeKeyboard(editor)
  }
  const fields = [
    { list: 'from', label: isService ? 'Who provides?' : 'One team', value: from },
    { list: 'to', label: isService ? 'Who uses it?' : 'The other team', value: to },
  ] as const
  return (
    <form
      ref={setForm}
      className={styles.ask}
      data-asks-teams={place === 'sheet' ? 'sheet' : 'beside'}
      style={styleAt(place)}
      role="dialog"
      aria-label="Which two teams?"
      onSubmit={(event) => {
        event.preventDefault()
        if (isPair) answer()
      }}
    >
      <h2>Which two teams?</h2>
      <p>
        {mode.name}: {mode.meaning}
      </p>
      {from === '' || to === '' ? <p>Choose them here, or press them on the map.</p> : null}
      <TeamFields fields={fields} teams={choice.teams} firstRef={first} onChoose={choice.choose} />
      {from !== '' && from === to ? <p role="alert">An interaction joins two different teams.</p> : null}
      <div className={styles.askActions}>
        <Button type="button" onClick={giveUp}>
          {question.id === null ? 'Cancel' : 'Leave it as it is'}
        </Button>
        <Button type="submit" look="primary" disabled={!isPair}>
          Join these two
        </Button>
      </div>
    </form>
  )
}

/** Its keys are its own: the canvas, which hears them before the page does, would drop the selection at Escape. */
function useOwnKeys(form: HTMLElement | null, onEscape: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      event.stopPropagation()
      if (event.key === 'Escape') onEscape()
    }
    form?.addEventListener('keydown', onKeyDown)
    return () => form?.removeEventListener('keydown', onKeyDown)
  }, [form, onEscape])
}

const NOBODY_YET = { value: '', label: 'Choose' }

interface TeamFieldsProps {
  readonly fields: readonly { list: ListName; label: string; value: string }[]
  readonly teams: readonly Team[]
  readonly firstRef: RefObject<HTMLSelectElement | null>
  readonly onChoose: (list: ListName, id: string) => void
}

function TeamFields({ fields, teams, firstRef, onChoose }: TeamFieldsProps): React.ReactNode {
  const named = teams.map(({ id, name }) => ({ value: id, label: teamLabel(name) }))
  return (
    <div className={styles.askFields}>
      {fields.map(({ list, label, value }, at) => (
        <label key={label}>
          <span>{label}</span>
          <Select
            ref={at === 0 ? firstRef : undefined}
            label={label}
            value={value}
            choices={value === '' ? [NOBODY_YET, ...named] : named}
            onChange={(id) => onChoose(list, id)}
          />
        </label>
      ))}
    </div>
  )
}

/** The keyboard goes on with what is still to choose, else with the answer. */
function focusNext(form: HTMLElement | null): void {
  const lists = [...(form?.querySelectorAll('select') ?? [])]
  const next = lists.find(({ value }) => value === '') ?? form?.querySelector('button[type=submit]')
  if (next instanceof HTMLElement) next.focus()
}

function styleAt(place: ReturnType<typeof useAskPlace>): CSSProperties {
  if (place === null) return { opacity: 0 }
  return place === 'sheet' ? {} : { transform: `translate(${place.x}px, ${place.y}px)` }
}

import { ArrowLeftRight, ChevronDown, Users } from 'lucide-react'
import { useEditor, useValue, type Editor } from 'tldraw'
import type { InteractionId, TeamId } from '@/lib/ids'
import { INTERACTION_MODES, interactionModeOf, type InteractionModeId } from '@/lib/teams/interaction-modes'
import { TEAM_TYPES, teamTypeOf, type TeamTypeId } from '@/lib/teams/team-types'
import { Menu, MenuChoice } from '../../ui/overlays/menu'
import { clientOf } from '../store-client'
import { interactionFactsOf } from './interaction-facts'
import { KindIcon } from './kind-icon'
import { isInteraction, isTeam, type InteractionShape, type TeamShape } from './team-shapes'
import styles from './teams.module.css'

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const
const GAP_PX = 14
const BAR_H_PX = 40
const EDGE_PX = 8
const LEAST_W_PX = 220

/** What can be said about the one selected team or interaction, above it. */
export function TeamBar(): React.ReactNode {
  const editor = useEditor()
  const shape = useValue('team at hand', () => shapeAtHand(editor), [editor])
  const place = useValue('place of the bar', () => (shape ? placeOf(editor, shape) : null), [editor, shape])
  if (!shape || !place) return null
  return (
    <div
      className={styles.bar}
      style={{ transform: `translate(${place.x}px, ${place.y}px) translateX(-50%)` }}
      role="toolbar"
      aria-label={isTeam(shape) ? 'Team' : 'Interaction'}
      data-testid="team-bar"
    >
      {isTeam(shape) ? <TypeChoice shape={shape} /> : <ModeChoice shape={shape} />}
    </div>
  )
}

function TypeChoice({ shape }: { readonly shape: TeamShape }): React.ReactNode {
  const editor = useEditor()
  const { teamType, teamId } = shape.props
  return (
    <Menu
      label="Type of the team"
      align="start"
      trigger={<Trigger icon={<KindIcon team={teamType} />} label="Type" value={teamTypeOf(teamType).name} />}
    >
      <MenuChoice
        value={teamType}
        onChange={(type) => clientOf(editor).teams.setType(teamId as TeamId, type as TeamTypeId)}
        choices={TEAM_TYPES.map(({ id, name, meaning }) => ({
          value: id,
          label: name,
          meaning,
          icon: <KindIcon team={id} />,
        }))}
      />
    </Menu>
  )
}

function ModeChoice({ shape }: { readonly shape: InteractionShape }): React.ReactNode {
  const editor = useEditor()
  const { teams } = clientOf(editor)
  const { mode } = shape.props
  const id = shape.props.interactionId as InteractionId
  const sentence = useValue('sentence', () => interactionFactsOf(editor, shape).sentence, [editor, shape])
  return (
    <>
      <Menu
        label="Mode of the interaction"
        align="start"
        trigger={
          <Trigger icon={<KindIcon mode={mode} />} label="Mode" value={interactionModeOf(mode).name} />
        }
      >
        <MenuChoice
          value={mode}
          onChange={(next) => teams.setMode(id, next as InteractionModeId)}
          choices={INTERACTION_MODES.map(({ id: value, name, meaning }) => ({
            value,
            label: name,
            meaning,
            icon: <KindIcon mode={value} />,
          }))}
        />
      </Menu>
      {mode === 'x-as-a-service' ? (
        <button
          type="button"
          className={styles.barButton}
          aria-label="Swap who provides and who uses"
          title="Swap who provides and who uses"
          onClick={() => teams.swap(id)}
        >
          <ArrowLeftRight {...ICON} />
        </button>
      ) : null}
      <button
        type="button"
        className={styles.barButton}
        aria-label={`Join other teams. Now: ${sentence}`}
        title="Join other teams"
        onClick={() => teams.askTeams(id)}
      >
        <Users {...ICON} />
      </button>
    </>
  )
}

function Trigger({
  icon,
  label,
  value,
  ...rest
}: {
  readonly icon: React.ReactNode
  readonly label: string
  readonly value: string
} & React.ComponentPropsWithRef<'button'>): React.ReactNode {
  return (
    <button type="button" className={styles.barButton} aria-label={`${label}: ${value}`} {...rest}>
      {icon}
      <span>{value}</span>
      <ChevronDown {...ICON} />
    </button>
  )
}

/** The only selected shape, if it is one of these, the hand is not busy with it, and nothing is asked about it. */
function shapeAtHand(editor: Editor): TeamShape | InteractionShape | null {
  const shape = editor.getOnlySelectedShape()
  const { canEdit, teams } = clientOf(editor)
  const isFree = canEdit.get() && teams.asked.get() === null
  if (!shape || !isFree || !editor.isInAny('select.idle', 'select.editing_shape')) return null
  return isTeam(shape) || isInteraction(shape) ? shape : null
}

/** Above the shape, or below it where there is no room; px of the canvas. */
function placeOf(editor: Editor, shape: TeamShape | InteractionShape): { x: number; y: number } | null {
  const bounds = editor.getShapePageBounds(shape)
  if (!bounds) return null
  const view = editor.getViewportScreenBounds()
  const top = editor.pageToViewport({ x: bounds.midX, y: bounds.minY })
  const bottom = editor.pageToViewport({ x: bounds.midX, y: bounds.maxY })
  const half = LEAST_W_PX / 2 + EDGE_PX
  const above = top.y - GAP_PX - BAR_H_PX
  if (bottom.y < 0 || top.y > view.h || top.x < -half || top.x > view.w + half) return null
  return {
    x: Math.min(Math.max(top.x, half), Math.max(half, view.w - half)),
    y: above >= EDGE_PX ? above : Math.min(bottom.y + GAP_PX, view.h - BAR_H_PX - EDGE_PX),
  }
}

import { useState, type KeyboardEvent } from 'react'
import { useEditor, useValue, type Editor, type TLShape } from 'tldraw'
import { standTemplates } from '@/lib/board/places/standing'
import type { TeamId } from '@/lib/ids'
import type { BoardClient } from '../../../board/board-client'
import { bannersPxOf } from '../../view/banners-height'
import { edgesInView, type Edges } from '../../view/edges-in-view'
import { carriedByOthers } from '../../people/holders'
import { isCard } from '../../shapes/shape-types'
import { clientOf } from '../../session/store-client'
import { useSizeOf } from '../../view/use-size-of'
import { edgesOf } from '../../view/edges-of'
import { teamBarPlace } from './team-bar-place'
import { InitiativesChoice } from '../initiatives/initiatives-choice'
import { ModeChoice } from './mode-choice'
import { ownWords } from './own-words'
import { isInteraction, isTeam, type InteractionShape, type TeamShape } from '../team-shapes'
import styles from '../teams.module.css'
import { TypeChoice } from './type-choice'

/** What can be said about the one selected team or interaction, beside it; who only looks may read what a team works on. */
export function TeamBar(): React.ReactNode {
  const editor = useEditor()
  const shape = useValue('team at hand', () => shapeAtHand(editor), [editor])
  const canEdit = useValue(clientOf(editor).canEdit)
  const [bar, setBar] = useState<HTMLElement | null>(null)
  const size = useSizeOf(bar)
  const place = useValue('place of the bar', () => (shape ? placeOf(editor, shape, size) : null), [
    editor,
    shape,
    size,
  ])
  if (!shape || !place) return null
  return (
    <div
      ref={setBar}
      className={styles.bar}
      style={{ transform: `translate(${place.x}px, ${place.y}px)` }}
      role="toolbar"
      aria-label={isTeam(shape) ? 'Team' : 'Interaction'}
      data-team-bar
      data-testid="team-bar"
      onKeyDown={goAlong}
    >
      {isInteraction(shape) ? <ModeChoice shape={shape} /> : null}
      {isTeam(shape) && canEdit ? <TypeChoice shape={shape} /> : null}
      {isTeam(shape) ? <InitiativesChoice shape={shape} /> : null}
    </div>
  )
}

/** The only selected shape, if it is one of these and the hand is not busy with it. */
function shapeAtHand(editor: Editor): TeamShape | InteractionShape | null {
  const shape = editor.getOnlySelectedShape()
  const client = clientOf(editor)
  if (!shape || client.teams.asked.get()) return null
  // While a name is typed nothing lies over it.
  if (!editor.isIn('select.idle')) return null
  if (!client.canEdit.get()) return isTeam(shape) && hasWork(client, shape) ? shape : null
  return isTeam(shape) || isInteraction(shape) ? shape : null
}

function hasWork({ view }: BoardClient, { props }: TeamShape): boolean {
  return view.workload(props.teamId as TeamId).get().count > 0
}

function placeOf(
  editor: Editor,
  shape: TeamShape | InteractionShape,
  bar: { w: number; h: number },
): { x: number; y: number } | null {
  const edges = edgesOf(editor, shape)
  if (!edges) return null
  const { w, h } = editor.getViewportScreenBounds()
  return teamBarPlace({
    shape: edges,
    others: [
      ...shapesAround(editor, shape),
      ...wordsAround(editor, shape),
      ...(isInteraction(shape) ? ownWords(editor, shape) : []),
    ],
    bar,
    canvas: { w, h },
    bannersPx: bannersPxOf(editor).get(),
  })
}

/** Teams, interactions and cards, but for what another hand carries by: the bar stays where it is. */
function shapesAround(editor: Editor, shape: TLShape): Edges[] {
  const carried = carriedByOthers(clientOf(editor)).get()
  const isRead = (one: TLShape): boolean =>
    isTeam(one) || isInteraction(one) || (isCard(one) && !carried.has(one.id))
  return editor
    .getCurrentPageShapes()
    .filter((one) => isRead(one) && one.id !== shape.id)
    .flatMap((one) => edgesOf(editor, one) ?? [])
}

/** What the map of the shape is called, and all of the other templates. */
function wordsAround(editor: Editor, { props }: TeamShape | InteractionShape): Edges[] {
  return standTemplates(clientOf(editor).view.instances.get()).map(({ instance, frame, heading }) => {
    const isOwn = (instance.id as string) === props.instanceId
    const box = isOwn ? heading : frame
    return edgesInView(editor, { minX: box.x, minY: box.y, maxX: box.x + box.w, maxY: box.y + box.h })
  })
}

/** The arrow keys go from button to button, as in every bar of tools. */
function goAlong(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
  if (step === undefined) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const at = buttons.findIndex((button) => button === event.target)
  if (at < 0) return
  event.preventDefault()
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
}

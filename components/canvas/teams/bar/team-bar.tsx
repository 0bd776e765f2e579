import { useState, type KeyboardEvent } from 'react'
import { useEditor, useValue, type Editor, type TLShape } from 'tldraw'
import { standTemplates } from '@/lib/board/places/standing'
import { bannersPxOf } from '../../view/banners-height'
import { edgesInView, type Edges } from '../../view/edges-in-view'
import { carriedByOthers } from '../../people/holders'
import { isCard } from '../../shapes/shape-types'
import { clientOf } from '../../session/store-client'
import { useSizeOf } from '../../view/use-size-of'
import { edgesAround } from '../../view/edges-around'
import { edgesOf } from '../../view/edges-of'
import { teamBarPlace } from './team-bar-place'
import { InitiativesChoice } from '../initiatives/initiatives-choice'
import { atHand } from './at-hand'
import { JoinChoice } from './join-choice'
import { ModeChoice } from './mode-choice'
import { NamesakeHint } from './namesake-hint'
import { ownWords } from './own-words'
import { isInteraction, isTeam, type InteractionShape, type TeamPair, type TeamShape } from '../team-shapes'
import styles from '../teams.module.css'
import { TypeChoice } from './type-choice'

/**
 * What can be said about the one selected team or interaction, beside it, or how two teams are joined; who only looks may
 * read what a team works on.
 */
export function TeamBar(): React.ReactNode {
  const editor = useEditor()
  const hand = useValue('team at hand', () => atHand(editor), [editor])
  const canEdit = useValue(clientOf(editor).canEdit)
  const [bar, setBar] = useState<HTMLElement | null>(null)
  const size = useSizeOf(bar)
  const place = useValue('place of the bar', () => (hand ? placeOf(editor, shapesOf(hand), size) : null), [
    editor,
    hand,
    size,
  ])
  if (!hand || !place) return null
  return (
    <div
      ref={setBar}
      className={styles.bar}
      style={{ transform: `translate(${place.x}px, ${place.y}px)` }}
      role="toolbar"
      aria-label={labelOf(hand)}
      data-team-bar
      data-testid="team-bar"
      onKeyDown={goAlong}
    >
      {isPair(hand) ? <JoinChoice teams={hand} /> : <OwnChoices shape={hand} canEdit={canEdit} />}
    </div>
  )
}

function OwnChoices({
  shape,
  canEdit,
}: {
  readonly shape: TeamShape | InteractionShape
  readonly canEdit: boolean
}): React.ReactNode {
  if (isInteraction(shape)) return <ModeChoice shape={shape} />
  return (
    <>
      {canEdit ? <TypeChoice shape={shape} /> : null}
      {canEdit ? <NamesakeHint shape={shape} /> : null}
      <InitiativesChoice shape={shape} />
    </>
  )
}

type Hand = NonNullable<ReturnType<typeof atHand>>

function isPair(hand: Hand): hand is TeamPair {
  return 'length' in hand
}

function shapesOf(hand: Hand): Shapes {
  return isPair(hand) ? hand : [hand]
}

function labelOf(hand: Hand): string {
  if (isPair(hand)) return 'Two teams'
  return isTeam(hand) ? 'Team' : 'Interaction'
}

/** All of one map. */
type Shapes = readonly [TeamShape | InteractionShape, ...TeamShape[]]

function placeOf(
  editor: Editor,
  shapes: Shapes,
  bar: { w: number; h: number },
): { x: number; y: number } | null {
  const around = edgesAround(shapes.flatMap((one) => edgesOf(editor, one) ?? []))
  const [shape] = shapes
  if (!around) return null
  const { w, h } = editor.getViewportScreenBounds()
  return teamBarPlace({
    shape: around,
    others: [
      ...shapesAround(editor, shapes),
      ...wordsAround(editor, shape),
      ...(isInteraction(shape) ? ownWords(editor, shape) : []),
    ],
    bar,
    canvas: { w, h },
    bannersPx: bannersPxOf(editor).get(),
  })
}

/** Teams, interactions and cards, but for what another hand carries by: the bar stays where it is. */
function shapesAround(editor: Editor, shapes: readonly TLShape[]): Edges[] {
  const own = new Set(shapes.map(({ id }) => id))
  const carried = carriedByOthers(clientOf(editor)).get()
  const isRead = (one: TLShape): boolean =>
    isTeam(one) || isInteraction(one) || (isCard(one) && !carried.has(one.id))
  return editor
    .getCurrentPageShapes()
    .filter((one) => isRead(one) && !own.has(one.id))
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

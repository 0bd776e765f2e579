import { useEffect, useLayoutEffect, useState } from 'react'
import { useEditor, useValue, type Editor, type TLShapeId } from 'tldraw'
import { interactionShapeId, teamShapeId } from '@/lib/board/layout'
import { standTemplates } from '@/lib/board/places/standing'
import type { Point } from '@/lib/geometry/point'
import type { Size } from '@/lib/geometry/size'
import type { AskedTeams } from '../../../board/client/commands/team-commands'
import { createViewLoan } from '../../moving/view-loan'
import { clientOf } from '../../session/store-client'
import { isNarrowScreen } from '../../shapes/detail'
import { bannersPxOf } from '../../view/banners-height'
import { coveredEdges } from '../../view/covered-edges'
import { edgesAround } from '../../view/edges-around'
import { edgesInView, type Edges } from '../../view/edges-in-view'
import { edgesOf } from '../../view/edges-of'
import { shiftInto } from '../../view/shift-span'
import { isTeam } from '../team-shapes'
import { askPlace } from './ask-place'

const MARGIN_PX = 8

/**
 * Where the question about an interaction stands, so that what it asks about can be seen; it stays there while the view
 * moves. On a narrow screen it is a sheet at the bottom and the view makes room above it: `sheet` then.
 */
export function useAskPlace(question: AskedTeams, form: Size): Point | 'sheet' | null {
  const editor = useEditor()
  const [loan] = useState(() => createViewLoan(editor))
  const [place, setPlace] = useState<Point | 'sheet' | null>(null)
  const { w, h } = useValue('canvas', () => editor.getViewportScreenBounds(), [editor])
  useLayoutEffect(() => {
    if (form.w === 0) return
    const about = edgesAbout(editor, question)
    const bannersPx = bannersPxOf(editor).get()
    if (isNarrowScreen(editor)) {
      setPlace('sheet')
      loan.take(missing(about, { right: w, bottom: h - form.h - MARGIN_PX, bannersPx }))
      return
    }
    const others = [...edgesOfTeams(editor, question), ...edgesOfHeading(editor, question)]
    setPlace(askPlace({ about, others, form, canvas: { w, h }, bannersPx }))
  }, [editor, question, form, loan, w, h])
  useEffect(() => () => loan.giveBack(), [loan])
  return place
}

/** The interaction, if it stands already, before the teams it is likely about and those it lies on. */
function edgesAbout(editor: Editor, question: AskedTeams): Edges[] {
  const { id, likely, instanceId } = question
  const edges = (shapeId: string): Edges[] => {
    const shape = editor.getShape(shapeId as TLShapeId)
    return shape ? [edgesOf(editor, shape)].filter((one) => one !== null) : []
  }
  const own = id ? edges(interactionShapeId(id)) : []
  const under = edgesOfTeams(editor, question).filter((team) => own.some((one) => touches(one, team)))
  return [...own, ...likely.flatMap((team) => edges(teamShapeId(team, instanceId))), ...under]
}

function touches(one: Edges, other: Edges): boolean {
  const isBeside = one.right < other.left || other.right < one.left
  return !isBeside && one.bottom >= other.top && other.bottom >= one.top
}

function edgesOfTeams(editor: Editor, { instanceId }: AskedTeams): Edges[] {
  const teams = editor.getCurrentPageShapes().filter(isTeam)
  return teams
    .filter(({ props }) => props.instanceId === (instanceId as string))
    .flatMap((team) => edgesOf(editor, team) ?? [])
}

/** What the map is called. */
function edgesOfHeading(editor: Editor, { instanceId }: AskedTeams): Edges[] {
  return standTemplates(clientOf(editor).view.instances.get()).flatMap(
    ({ instance, heading: { x, y, w, h } }) =>
      instance.id === instanceId ? edgesInView(editor, { minX: x, minY: y, maxX: x + w, maxY: y + h }) : [],
  )
}

/** How far the view has to move for what is asked about to be seen above the sheet; what is too large shows its beginning. */
function missing(
  about: readonly Edges[],
  seen: { right: number; bottom: number; bannersPx: number },
): { dx: number; dy: number } {
  const [first] = about
  const all = edgesAround(about)
  if (!first || !all) return { dx: 0, dy: 0 }
  const { top } = coveredEdges(seen.right, seen.bannersPx)
  const fits = all.right - all.left <= seen.right && all.bottom - all.top <= seen.bottom - top
  const { left, right, top: from, bottom: to } = fits ? all : first
  return {
    dx: shiftInto([left, right], [0, seen.right], MARGIN_PX),
    dy: shiftInto([from, to], [top, seen.bottom], MARGIN_PX),
  }
}

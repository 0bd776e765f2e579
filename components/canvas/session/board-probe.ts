import type { Editor, TLRecord, TLShape } from 'tldraw'
import type { CurvePlotProps } from '@/lib/board/shapes/curve-plot'
import type { Box } from '@/lib/geometry/box'
import type { Point } from '@/lib/geometry/point'
import type { SaveState } from '../../board/board-client'
import { isFrame } from '../pictures/picture-shapes'
import { isLaneCard } from '../people/lane-card'
import { factsOf } from '../shapes/card/card-facts'
import { isCard, type CardShape } from '../shapes/shape-types'
import { clientOf } from './store-client'
import { teamFactsOf } from '../teams/team-facts'
import { isInteraction, isTeam, type InteractionShape, type TeamShape } from '../teams/team-shapes'

/** A card as a browser test sees it, with its top left corner. */
interface ProbedCard extends Point {
  readonly id: string
  readonly title: string
  /** The page point of its pin. */
  readonly pin: Point
  readonly instanceId: string
  readonly target: string
  readonly position: number | null
  /** What it says to those who hear the board. */
  readonly says: string
}

interface ProbedTeam extends Box {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly load: string
}

/** An interaction by its centre. */
interface ProbedInteraction extends Point {
  readonly id: string
  readonly mode: string
  readonly says: string
}

/** What browser tests may read of the canvas; it shows what the screen shows and changes nothing. All px are page px. */
export interface BoardProbe {
  cards(): readonly ProbedCard[]
  ghosts(): readonly (Point & { readonly title: string })[]
  freeShapes(): readonly (Point & { readonly id: string; readonly type: string })[]
  plots(): readonly (Box & { readonly curveId: string })[]
  /** The papers of the templates. */
  frames(): readonly (Box & { readonly instanceId: string; readonly templateId: string })[]
  teams(): readonly ProbedTeam[]
  interactions(): readonly ProbedInteraction[]
  zoom(): number
  /** Whether the canvas has noticed how large its window is by now. */
  isAsLargeAsItsPlace(): boolean
  /** The point of the window where a page point is seen. */
  pageToClient(point: Point): Point
  toolPath(): string
  selected(): readonly string[]
  recordCount(): number
  /** All that the canvas holds of the document, by id. */
  records(): Readonly<Record<string, TLRecord>>
  setAside(): number
  saveState(): SaveState['kind']
}

declare global {
  interface Window {
    contourProbe?: BoardProbe
  }
}

/** Puts the probe on the window where the page was asked for it by `data-probe="on"`; answers with the undo. */
export function bindBoardProbe(editor: Editor): () => void {
  if (document.documentElement.dataset['probe'] !== 'on') return () => undefined
  const probe = createProbe(editor)
  window.contourProbe = probe
  return () => {
    if (window.contourProbe === probe) delete window.contourProbe
  }
}

function createProbe(editor: Editor): BoardProbe {
  const client = clientOf(editor)
  const shapes = () => editor.getCurrentPageShapes()
  return {
    cards: () =>
      shapes()
        .filter(isCard)
        .filter(({ id }) => !isLaneCard(id))
        .map((card) => toCard(editor, card)),
    ghosts: () =>
      shapes()
        .filter(isCard)
        .filter(({ id }) => isLaneCard(id))
        .map(({ x, y, props }) => ({ title: factsOf(editor, props).title, x, y })),
    freeShapes: () =>
      shapes()
        .filter(isFree)
        .map(({ id, type, x, y }) => ({ id, type, x, y })),
    plots: () => shapes().flatMap(toPlot),
    frames: () =>
      shapes()
        .filter(isFrame)
        .map(({ x, y, props: { instanceId, templateId, w, h } }) => ({ instanceId, templateId, x, y, w, h })),
    teams: () =>
      shapes()
        .filter(isTeam)
        .map((team) => toTeam(editor, team)),
    interactions: () =>
      shapes()
        .filter(isInteraction)
        .map((interaction) => toInteraction(editor, interaction)),
    zoom: () => editor.getZoomLevel(),
    isAsLargeAsItsPlace: () => {
      const { w, h } = editor.getViewportScreenBounds()
      const { clientWidth, clientHeight } = editor.getContainer()
      return Math.abs(w - clientWidth) < 1 && Math.abs(h - clientHeight) < 1
    },
    pageToClient: (point) => {
      const { x, y } = editor.pageToScreen(point)
      return { x, y }
    },
    toolPath: () => editor.getPath(),
    selected: () => editor.getSelectedShapeIds(),
    records: () => editor.store.serialize('document'),
    recordCount: () => Object.keys(editor.store.serialize('document')).length,
    setAside: () => client.view.setAside.get(),
    saveState: () => client.saveState.get().kind,
  }
}

function toCard(editor: Editor, card: CardShape): ProbedCard {
  const { id, x, y, props } = card
  return {
    id,
    says: saidBy(editor, card),
    title: factsOf(editor, props).title,
    x,
    y,
    pin: { x: x + props.pinX, y: y + props.pinY },
    instanceId: props.instanceId,
    target: props.target,
    position: props.x,
  }
}

function isFree(shape: TLShape): boolean {
  return !isCard(shape) && !isTeam(shape) && !isInteraction(shape) && !shape.meta['layer']
}

function toPlot({ type, props, x, y }: TLShape): (Box & { readonly curveId: string })[] {
  if (type !== 'curve-plot') return []
  const { curveId, w, h } = props as CurvePlotProps
  return [{ curveId, x, y, w, h }]
}

function toTeam(editor: Editor, { id, x, y, props }: TeamShape): ProbedTeam {
  const { name, load } = teamFactsOf(editor, props)
  return { id, name, type: props.teamType, x, y, w: props.w, h: props.h, load }
}

function toInteraction(editor: Editor, shape: InteractionShape): ProbedInteraction {
  const { id, props } = shape
  const { x, y } = editor.getShapePageTransform(shape).applyToPoint({ x: props.w / 2, y: props.h / 2 })
  return { id, mode: props.mode, x, y, says: saidBy(editor, shape) }
}

function saidBy(editor: Editor, shape: TLShape): string {
  return editor.getShapeUtil(shape).getAriaDescriptor(shape) ?? ''
}

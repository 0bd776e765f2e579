import type { Editor, TLShape } from 'tldraw'
import type { SaveState } from '../board/board-client'
import { isFrame } from './pictures/picture-shapes'
import { isLaneCard } from './people/lane-card'
import { factsOf } from './shapes/card/card-facts'
import { isCard } from './shapes/shape-types'
import { clientOf } from './store-client'
import { teamFactsOf } from './teams/team-facts'
import { isInteraction, isTeam } from './teams/team-shapes'

/** A card as a browser test sees it: page px of its top left corner. */
interface ProbedCard {
  readonly id: string
  readonly title: string
  readonly x: number
  readonly y: number
  /** The page point of its pin. */
  readonly pin: { readonly x: number; readonly y: number }
  readonly instanceId: string
  readonly target: string
  readonly position: number | null
  /** What it says to those who hear the board. */
  readonly says: string
}

/** What browser tests may read of the canvas; it shows what the screen shows and changes nothing. */
export interface BoardProbe {
  cards(): readonly ProbedCard[]
  ghosts(): readonly { readonly title: string; readonly x: number; readonly y: number }[]
  freeShapes(): readonly {
    readonly id: string
    readonly type: string
    readonly x: number
    readonly y: number
  }[]
  plots(): readonly {
    readonly curveId: string
    readonly x: number
    readonly y: number
    readonly w: number
    readonly h: number
  }[]
  /** The papers of the templates. */
  frames(): readonly {
    readonly instanceId: string
    readonly templateId: string
    readonly x: number
    readonly y: number
    readonly w: number
    readonly h: number
  }[]
  teams(): readonly {
    readonly id: string
    readonly name: string
    readonly type: string
    readonly x: number
    readonly y: number
    readonly w: number
    readonly h: number
    readonly load: string
  }[]
  interactions(): readonly {
    readonly id: string
    readonly mode: string
    /** Its centre, page px. */
    readonly x: number
    readonly y: number
    readonly says: string
  }[]
  zoom(): number
  /** Whether the canvas has noticed how large its window is by now. */
  isAsLargeAsItsPlace(): boolean
  pageToClient(point: { x: number; y: number }): { readonly x: number; readonly y: number }
  toolPath(): string
  selected(): readonly string[]
  recordCount(): number
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
  const cards = () => editor.getCurrentPageShapes().filter(isCard)
  return {
    cards: () =>
      cards()
        .filter((card) => !isLaneCard(card.id))
        .map((card) => ({ ...card, says: saidBy(editor, card) }))
        .map(({ id, x, y, props, says }) => ({
          id,
          says,
          title: factsOf(editor, props).title,
          x,
          y,
          pin: { x: x + props.pinX, y: y + props.pinY },
          instanceId: props.instanceId,
          target: props.target,
          position: props.x,
        })),
    ghosts: () =>
      cards()
        .filter((card) => isLaneCard(card.id))
        .map(({ x, y, props }) => ({ title: factsOf(editor, props).title, x, y })),
    freeShapes: () =>
      editor
        .getCurrentPageShapes()
        .filter((shape) => !isCard(shape) && !isTeam(shape) && !isInteraction(shape) && !shape.meta['layer'])
        .map(({ id, type, x, y }) => ({ id, type, x, y })),
    plots: () =>
      editor.getCurrentPageShapes().flatMap((shape) => {
        if (shape.type !== 'curve-plot') return []
        const { curveId, w, h } = shape.props as { curveId: string; w: number; h: number }
        return [{ curveId, x: shape.x, y: shape.y, w, h }]
      }),
    frames: () =>
      editor
        .getCurrentPageShapes()
        .filter(isFrame)
        .map(({ x, y, props: { instanceId, templateId, w, h } }) => ({ instanceId, templateId, x, y, w, h })),
    teams: () =>
      editor
        .getCurrentPageShapes()
        .filter(isTeam)
        .map(({ id, x, y, props }) => {
          const { name, load } = teamFactsOf(editor, props)
          return { id, name, type: props.teamType, x, y, w: props.w, h: props.h, load }
        }),
    interactions: () =>
      editor
        .getCurrentPageShapes()
        .filter(isInteraction)
        .flatMap((shape) => {
          const { id, props } = shape
          const centre = editor.getShapePageTransform(shape).applyToPoint({ x: props.w / 2, y: props.h / 2 })
          return [{ id, mode: props.mode, x: centre.x, y: centre.y, says: saidBy(editor, shape) }]
        }),
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
    recordCount: () => Object.keys(editor.store.serialize('document')).length,
    setAside: () => client.view.setAside.get(),
    saveState: () => client.saveState.get().kind,
  }
}

function saidBy(editor: Editor, shape: TLShape): string {
  return editor.getShapeUtil(shape).getAriaDescriptor(shape) ?? ''
}

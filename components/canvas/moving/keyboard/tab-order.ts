import { computed, react, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import { standTemplates, type StandingTemplate } from '@/lib/board/places/standing'
import { templateRow } from '@/lib/board/places/template-row'
import { holdsModifier } from '../../../ui/holds-modifier'
import { replaceMethods } from '../../replace-methods'
import { clientOf } from '../../session/store-client'
import { rememberBesideDeleted } from './beside-deleted'
import { readingOrder, stopFrom } from './reading-order'

/** The way of the keyboard over the board. */
export interface TabOrder {
  /** The next Tab goes on from this template, unless something is selected before. */
  startAt(instanceId: string): void
  unbind(): void
}

/** As far as the engine goes to where Tab leads. */
const INTO_VIEW = { animation: { duration: 220 }, inset: 0 }
const PADDING_PX = 256
const NOWHERE = { x: NaN, y: NaN }

/**
 * Tab goes through one template after the other, and on from the one that was gone to, or from what was deleted. `flush`
 * shows on the canvas at once what the document says.
 */
export function bindTabOrder(editor: Editor, flush: () => void): TabOrder {
  const inRows = editor.getCurrentPageShapesInReadingOrder.bind(editor)
  const toAdjacent = editor.selectAdjacentShape.bind(editor)
  const order = computed('reading order', () => {
    const shapes = inRows().map(({ id }) => ({
      id,
      centre: editor.getShapePageBounds(id)?.center ?? NOWHERE,
    }))
    return readingOrder(shapes, templatesInRow(editor))
  })
  const ids = (): TLShapeId[] => order.get().map(({ id }) => id)
  const beside = rememberBesideDeleted({ editor, undo: clientOf(editor).undo, flush, order: ids })
  let from: string | null = null
  let isAnswered = false

  const giveBack = replaceMethods(editor, {
    getCurrentPageShapesInReadingOrder: () => order.get().flatMap(({ id }) => shapeOf(editor, id)),
    // The engine goes on when the key comes up again.
    selectAdjacentShape: (direction) => {
      if (isAnswered && (direction === 'next' || direction === 'prev')) isAnswered = false
      else toAdjacent(direction)
    },
  })
  const startAt = (instanceId: string | null): void => {
    from = instanceId
    beside.forget()
  }
  const begin = (direction: 'next' | 'prev'): TLShapeId | undefined => {
    const neighbour = beside.neighbour(direction)
    if (neighbour) return neighbour
    const row = templatesInRow(editor).findIndex(({ instance }) => instance.id === from)
    return row < 0 ? undefined : stopFrom(order.get(), row, direction)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') startAt(null)
    if (event.key !== 'Tab' || holdsModifier(event)) return
    if (!event.repeat) isAnswered = false
    if (event.target !== container || !editor.isIn('select.idle')) return
    const id = begin(event.shiftKey ? 'prev' : 'next')
    if (!id) return
    event.preventDefault()
    isAnswered = true
    editor.setSelectedShapes([id])
    from = null
    editor.zoomToSelectionIfOffscreen(PADDING_PX, INTO_VIEW)
  }
  const container = editor.getContainer()
  container.addEventListener('keydown', onKeyDown, { capture: true })
  const stopWatching = react('Tab goes on from what is selected', () => {
    if (editor.getSelectedShapeIds().length > 0) beside.forget()
    from = null
  })
  return {
    startAt,
    unbind: () => {
      giveBack()
      beside.unbind()
      container.removeEventListener('keydown', onKeyDown, { capture: true })
      stopWatching()
    },
  }
}

function templatesInRow(editor: Editor): readonly StandingTemplate[] {
  const standing = standTemplates(clientOf(editor).view.instances.get())
  return templateRow(standing.map(({ instance }) => instance)).flatMap(
    ({ id }) => standing.find(({ instance }) => instance.id === id) ?? [],
  )
}

function shapeOf(editor: Editor, id: TLShapeId): TLShape[] {
  const shape = editor.getShape(id)
  return shape ? [shape] : []
}

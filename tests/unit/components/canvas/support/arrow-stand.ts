import {
  ArrowBindingUtil as EngineArrowBindingUtil,
  createTLStore,
  sortByIndex,
  type Editor,
  type TLArrowBinding,
  type TLRecord,
  type TLShape,
  type TLShapeId,
} from 'tldraw'
import { BOARD_SCHEMA } from '@/lib/board/schema'
import { arrowRecord, bindingRecord, geoRecord } from '@/tests/support/boards/board-builders'

/** A store with things and arrows, and the little of an editor that the engine asks for where an arrow has to lie. */
export class ArrowStand {
  readonly store = createTLStore({ schema: BOARD_SCHEMA })
  /** Where the engine moved arrows to. */
  readonly moves: string[] = []
  /** How often somebody asked for a record. */
  asked = 0
  /** How often somebody asked for all that lies beside each other. */
  looks = 0
  readonly editor: Editor
  readonly #children = new Map<string, TLShapeId[]>()

  constructor() {
    this.editor = {
      store: this.store,
      getShape: (of: TLShapeId | TLShape) => {
        this.asked++
        return this.store.get(typeof of === 'string' ? of : of.id)
      },
      getBindingsFromShape: (of: TLShapeId | TLShape) => {
        const id = typeof of === 'string' ? of : of.id
        return this.#bindings().filter(({ fromId }) => fromId === id)
      },
      getSortedChildIdsForParent: (parent: string) => {
        this.looks++
        return this.#childrenOf(parent)
      },
      getAncestorPageId: () => 'page:page',
      findCommonAncestor: () => undefined,
      getShapeNearestSibling: (_arrow: TLShape, shape?: TLShape) => shape,
      reparentShapes: (_ids: TLShapeId[], parentId: string) => this.moves.push(parentId),
      updateShapes: ([update]: [{ index: string }]) => this.moves.push(update.index),
    } as unknown as Editor
  }

  put(type: 'arrow' | 'geo', id: string, place: Partial<Pick<TLShape, 'index' | 'parentId'>>): TLShape {
    const record = type === 'arrow' ? arrowRecord(id, place) : geoRecord(id, place)
    this.store.put([record as unknown as TLRecord])
    this.#children.clear()
    return this.shape(id)
  }

  shape(id: string): TLShape {
    return this.store.get(id as TLShapeId) as TLShape
  }

  bind(arrow: string, to: string, terminal: 'start' | 'end'): TLArrowBinding {
    const record = bindingRecord(`binding:${arrow}-${terminal}`, arrow, to)
    const binding = { ...record, props: { ...(record['props'] as object), terminal } }
    this.store.put([binding as unknown as TLRecord])
    return binding as unknown as TLArrowBinding
  }

  /** Does what the engine does after an arrow changed. */
  letEngineLook(arrow: TLShapeId): void {
    const shape = this.store.get(arrow) as TLShape
    const binding = this.#bindings().find(({ fromId }) => fromId === arrow) as TLArrowBinding
    const change = { binding, shapeBefore: shape, shapeAfter: shape, reason: 'self' as const }
    new EngineArrowBindingUtil(this.editor).onAfterChangeFromShape(change)
  }

  #bindings(): TLArrowBinding[] {
    return this.store.allRecords().filter((record) => record.typeName === 'binding') as TLArrowBinding[]
  }

  /** The same list for as long as it stays as it is, as the engine keeps it. */
  #childrenOf(parent: string): TLShapeId[] {
    const before = this.#children.get(parent)
    if (before) return before
    const shapes = this.store.allRecords().filter((record) => record.typeName === 'shape')
    const ids = shapes.filter(({ parentId }) => parentId === parent).sort(sortByIndex)
    const children = ids.map(({ id }) => id)
    this.#children.set(parent, children)
    return children
  }
}

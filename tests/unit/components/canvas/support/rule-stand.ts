import { atom } from '@tldraw/state'
import { createTLStore, type Editor, type TLRecord, type TLShape, type TLShapeId } from 'tldraw'
import type { BoardClient, Notice } from '@/components/board/board-client'
import { createTeller } from '@/components/board/client/create-teller'
import { CARD_SIZE_PX } from '@/lib/board/shapes/card'
import { createBoardSchema, OWN_SHAPES } from '@/lib/board/schema'

const PAGE = { gridSize: 10, name: '', meta: {} }

/** A store with a page, and the little of an editor and a client that rules about records ask for. */
export function createRuleStand() {
  const store = createTLStore({ schema: createBoardSchema() })
  const listeners = new Map<string, Set<(event: { name: string }) => void>>()
  const held = new Map<string, string>()
  const notice = atom<Notice | null>('notice', null)
  const canEdit = atom('can edit', true)
  const on = (name: string, listener: (event: { name: string }) => void) =>
    void listeners.set(name, (listeners.get(name) ?? new Set()).add(listener))
  const editor = {
    store,
    sideEffects: store.sideEffects,
    on,
    off: (name: string, listener: (event: { name: string }) => void) => listeners.get(name)?.delete(listener),
    getEditingShapeId: () => null,
    isInAny: () => true,
    updateInstanceState: () => undefined,
  } as unknown as Editor
  const client = {
    notice,
    tell: createTeller(notice),
    canEdit,
    lane: { heldBy: (id: string) => held.get(id) ?? null },
  } as unknown as BoardClient
  store.mergeRemoteChanges(() =>
    store.put([
      { ...PAGE, id: 'document:document', typeName: 'document' },
      { id: 'page:page', typeName: 'page', name: 'Page', index: 'a1', meta: {} },
    ] as unknown as TLRecord[]),
  )
  return {
    store,
    editor,
    client,
    held,
    notice,
    canEdit,
    emit: (name: string, event: { name: string }) =>
      listeners.get(name)?.forEach((listener) => listener(event)),
    /** Puts a shape there as the board does: not by a person's hand. */
    show(record: TLShape) {
      store.mergeRemoteChanges(() => store.put([record]))
      return record.id
    },
    shape: (id: TLShapeId) => store.get(id),
  }
}

const common = {
  typeName: 'shape',
  parentId: 'page:page',
  rotation: 0,
  opacity: 1,
  isLocked: false,
  meta: {},
}

export function cardRecord(name: string): TLShape {
  const props = {
    ...CARD_SIZE_PX,
    initiativeId: name,
    instanceId: 'first',
    target: 'frame',
    x: null,
    pinX: 108,
    pinY: 88,
  }
  return {
    ...common,
    id: `shape:${name}`,
    type: OWN_SHAPES.card,
    index: 'a2',
    x: 10,
    y: 20,
    props,
  } as unknown as TLShape
}

export function plotRecord(name: string): TLShape {
  const props = { w: 480, h: 360, instanceId: 'first', curveId: 'linear' }
  return {
    ...common,
    id: `shape:${name}`,
    type: OWN_SHAPES.curvePlot,
    index: 'a1',
    x: 0,
    y: 0,
    props,
  } as unknown as TLShape
}

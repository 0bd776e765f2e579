import * as Y from 'yjs'
import type { InitiativeId, InstanceId, PersonId } from '@/lib/ids'
import {
  openBoardDocument,
  type BoardDocument,
  type BoardRecord,
  type Instance,
  type Json,
} from '@/lib/board/layout'
import { SERIALIZED_SCHEMA } from '@/lib/board/schema'
import { seedBoard } from '@/lib/board/seed'
import type { Author, BoardOrigin } from '@/lib/board/step'

export const NOW = 1_700_000_000_000

export function authorOf(name: string, origin: BoardOrigin = 'person'): Author {
  return { personId: name as PersonId, now: NOW, origin }
}

/** A board as a new one is: seeded, with the effort and value template at 0, 0. */
export function seededBoard(clientId = 1): BoardDocument {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const board = openBoardDocument(doc)
  seedBoard(board, { templateId: 'effort-value-curves', now: NOW, epoch: 1, schema: SERIALIZED_SCHEMA })
  return board
}

/** Another person's copy of a board. */
export function copyOf(board: BoardDocument, clientId: number): BoardDocument {
  const doc = new Y.Doc()
  doc.clientID = clientId
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(board.doc), 'remote')
  return openBoardDocument(doc)
}

/** Exchanges everything two copies do not have of each other. */
export function syncBoards(one: BoardDocument, other: BoardDocument): void {
  const forOther = Y.encodeStateAsUpdate(one.doc, Y.encodeStateVector(other.doc))
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(one.doc)), 'remote')
  Y.applyUpdate(other.doc, forOther, 'remote')
}

export function instanceAt(id: string, x: number, y: number): Instance {
  return {
    id: id as InstanceId,
    templateId: 'effort-value-curves',
    place: [x, y],
    createdBy: 'server' as PersonId,
    createdAt: NOW,
  }
}

export function initiativeId(text: string): InitiativeId {
  return text as InitiativeId
}

/** A geo shape that tldraw would make, with changes. */
export function geoRecord(id: string, changes: Record<string, Json> = {}): BoardRecord {
  return shapeRecord(id, 'geo', changes, {
    w: 100,
    h: 100,
    geo: 'rectangle',
    color: 'black',
    labelColor: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    font: 'draw',
    align: 'middle',
    verticalAlign: 'middle',
    url: '',
    scale: 1,
    growY: 0,
    richText: { type: 'doc', content: [{ type: 'paragraph' }] },
  })
}

/** An arrow that tldraw would make, with changes. */
export function arrowRecord(id: string, changes: Record<string, Json> = {}): BoardRecord {
  return shapeRecord(id, 'arrow', changes, {
    kind: 'arc',
    color: 'black',
    labelColor: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    font: 'draw',
    arrowheadStart: 'none',
    arrowheadEnd: 'arrow',
    start: { x: 0, y: 0 },
    end: { x: 100, y: 50 },
    bend: 0,
    elbowMidPoint: 0.5,
    labelPosition: 0.5,
    text: '',
    scale: 1,
  })
}

/** A picture that has not arrived yet and is not cropped, as tldraw would make it. */
export function imageRecord(id: string, changes: Record<string, Json> = {}): BoardRecord {
  const look = { w: 100, h: 100, playing: true, url: '', assetId: null, crop: null }
  return shapeRecord(id, 'image', changes, { ...look, flipX: false, flipY: false, altText: '' })
}

/** A sticky note without words, as tldraw would make it. */
export function noteRecord(id: string, changes: Record<string, Json> = {}): BoardRecord {
  return shapeRecord(id, 'note', changes, {
    ...{ color: 'yellow', labelColor: 'black', size: 'm', font: 'draw', fontSizeAdjustment: 0 },
    ...{ align: 'middle', verticalAlign: 'middle', growY: 0, url: '', scale: 1 },
    richText: { type: 'doc', content: [{ type: 'paragraph' }] },
  })
}

/** A group, which is nothing but a parent. */
export function groupRecord(id: string, changes: Record<string, Json> = {}): BoardRecord {
  return shapeRecord(id, 'group', changes, {})
}

/** A stroke of a pen with so many points, so wide. */
export function strokeRecord(id: string, points: number, wide = 1): BoardRecord {
  const drawn = Array.from({ length: points }, (_, at) => ({
    x: at * wide + 0.25,
    y: (at % 17) + 0.125,
    z: 0.5,
  }))
  const props = {
    ...{ color: 'black', fill: 'none', dash: 'draw', size: 'm', scale: 1 },
    ...{ isComplete: true, isClosed: false, isPen: false },
    segments: [{ type: 'free', points: drawn }],
  }
  return { ...geoRecord(id), type: 'draw', props }
}

export function bindingRecord(id: string, fromId: string, toId: string): BoardRecord {
  const props = {
    terminal: 'start',
    normalizedAnchor: { x: 0.5, y: 0.5 },
    isExact: false,
    isPrecise: false,
    snap: 'none',
  }
  return { id, typeName: 'binding', type: 'arrow', fromId, toId, props, meta: {} }
}

function shapeRecord(id: string, type: string, changes: Record<string, Json>, props: Json): BoardRecord {
  return {
    id,
    typeName: 'shape',
    type,
    parentId: 'page:page',
    index: 'a1',
    x: 0,
    y: 0,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    props,
    meta: { createdBy: 'ada', createdAt: NOW },
    ...changes,
  }
}

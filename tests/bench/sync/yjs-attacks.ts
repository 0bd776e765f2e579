import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { createRecords } from '@/lib/board/operations/records'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import type { PersonId } from '@/lib/ids'
import { encodeSync, MESSAGE, SYNC } from '@/lib/sync/messages'
import { anyValue, rawUpdate } from '../../unit/server/sync/guard/raw-update'
import { floodOf } from '../support/flood-of'
import type { RawClient } from '../support/raw-client'
import { cardKey, noteId, noteRecord } from './content'
import { CYCLE, deepText, FLOOD_FRAMES, FORGED_FRAME, markOf, OVERSIZE_BYTES } from './forgery'
import type { Attack } from './participant'

/** As many parts as an update of ours may have, nearly, and far more ranges than anybody deletes at once. */
const TINY_STRUCTS = 99_000
const DELETED_RANGES = 120_000
const OVERSIZE = floodOf('binary', new Uint8Array(OVERSIZE_BYTES), 1)
const FORGED_CLOCK = 1_000_000
const NEW_CLIENT_IDS_FROM = 500_000_000

/** One side of an attack: a client and what it says of its pointer. */
export interface YjsSide {
  readonly client: RawClient
  pointerAt(frame: number): object
}

/** Attacks a server that keeps a Yjs document; false where it has nothing like what would be attacked. */
export function attackYjs(side: YjsSide, { kind }: Attack, victim: YjsSide): boolean {
  const { client } = side
  const { board } = client
  const ofVictim = victim.client.doc.clientID
  switch (kind) {
    case 'garbage':
      client.sendBytes(Uint8Array.from({ length: 64 }, (_, at) => 255 - at))
      return true
    case 'cut-off':
      client.sendBroken(Uint8Array.of(MESSAGE.sync, SYNC.update, 200, 1))
      return true
    case 'oversize':
      client.putOnLine(OVERSIZE)
      return true
    case 'flood':
      client.flood(Uint8Array.of(MESSAGE.queryAwareness), FLOOD_FRAMES)
      return true
    case 'invalid-record':
      board.placements.set(cardKey(0), { target: 'canvas', dx: Infinity, dy: 0 })
      return true
    case 'deep-nesting':
      board.records.get(noteId(0))?.set('props.richText', deepText())
      return true
    case 'cycle':
      putIntoEachOther(client)
      return true
    case 'template':
      return board.instances.get(FIRST_INSTANCE)?.set('name', markOf(kind)) !== undefined
    case 'foreign-id':
      client.sendBroken(encodeSync(SYNC.update, writtenAs(victim.client.doc)))
      return true
    case 'forged-pointer':
      client.sendPresence(ofVictim, FORGED_CLOCK, JSON.stringify(victim.pointerAt(FORGED_FRAME)))
      return true
    case 'forged-name':
      client.showPresence({
        ...side.pointerAt(0),
        user: { personId: 'fay', name: markOf(kind), role: 'facilitator' },
      })
      return true
    case 'forged-removal':
      client.sendPresence(ofVictim, FORGED_CLOCK, 'null')
      return true
    case 'tiny-structs':
      client.sendBroken(encodeSync(SYNC.update, tinyStructs()))
      return true
    case 'deleted-ranges':
      client.sendBroken(encodeSync(SYNC.update, deletedRanges()))
      return true
  }
}

function putIntoEachOther({ board }: RawClient): void {
  const [one, other] = CYCLE
  const author = { personId: 'mallory' as PersonId, now: Date.now(), origin: 'person' } as const
  createRecords(board, author, [
    { ...noteRecord(one, 'a1', 1), parentId: other },
    { ...noteRecord(other, 'a2', 2), parentId: one },
  ])
}

/** What comes next of somebody, as if they had written it. */
function writtenAs(doc: Y.Doc): Uint8Array {
  const forged = { target: markOf('foreign-id'), dx: 0, dy: 0 }
  const struct = { parent: 'placements', key: cardKey(0), content: anyValue(forged) }
  const [client, clock] = [doc.clientID, Y.getState(doc.store, doc.clientID)]
  return rawUpdate([{ client, clock, structs: [struct] }])
}

let newClientId = NEW_CLIENT_IDS_FROM

/** Structs of one length that hold nothing, under a client id nobody had before. */
function tinyStructs(): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, TINY_STRUCTS, newClientId++, 0]) encoding.writeVarUint(encoder, number)
    encoding.writeUint8Array(encoder, TINY_STRUCTS_BODY)
    encoding.writeVarUint(encoder, 0)
  })
}

/** One struct that holds nothing, and every second place in it deleted by itself. */
function deletedRanges(): Uint8Array {
  const client = newClientId++
  return encoding.encode((encoder) => {
    for (const number of [1, 1, client, 0, 0, 2 * DELETED_RANGES]) encoding.writeVarUint(encoder, number)
    for (const number of [1, client, DELETED_RANGES]) encoding.writeVarUint(encoder, number)
    encoding.writeUint8Array(encoder, DELETED_RANGES_BODY)
  })
}

const TINY_STRUCTS_BODY = Uint8Array.from({ length: 2 * TINY_STRUCTS }, (_, at) => at % 2)
const DELETED_RANGES_BODY = encoding.encode((encoder) => {
  for (let at = 0; at < DELETED_RANGES; at++) {
    encoding.writeVarUint(encoder, 2 * at)
    encoding.writeVarUint(encoder, 1)
  }
})

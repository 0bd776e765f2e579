import { expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { decodeUpdate } from '@/server/sync/guard/screen/decode-update'
import { PlaceFinder } from '@/server/sync/guard/screen/place'
import { resolveStructs } from '@/server/sync/guard/screen/resolve-structs'
import { furnish, GuardedBoard } from '../guarded-board'
import { anyValue, rawUpdate } from '../raw-update'

const FIRST_CLIENT = 100_000
const { CLIENT_IDS_PER_UPDATE, STRUCTS_PER_UPDATE } = LIMITS

it('[ROOM-15] refuses an update of many clients with many structs each, for which one looks too long', () => {
  const { board } = new GuardedBoard(furnish)
  const note = board.records._map.get('shape:note')?.id
  if (!note) throw new Error('the note is there')
  const struct = { parent: note, key: 'opacity', content: anyValue(0.5) }
  const resolve = (clients: number, structsEach: number): ReturnType<typeof resolveStructs> => {
    const structs = Array.from({ length: structsEach }, () => struct)
    const blocks = Array.from({ length: clients }, (_, at) => ({
      client: FIRST_CLIENT + at,
      clock: 0,
      structs,
    }))
    const decoded = decodeUpdate(rawUpdate(blocks))
    if (!decoded) throw new Error('the update can be read')
    return resolveStructs(decoded, board.doc.store, new PlaceFinder(board))
  }
  // Neither too many clients nor too many structs by themselves.
  expect(CLIENT_IDS_PER_UPDATE * 26).toBeLessThan(STRUCTS_PER_UPDATE)
  expect(resolve(CLIENT_IDS_PER_UPDATE, 26)).toBe('invalid')
  expect(resolve(CLIENT_IDS_PER_UPDATE, 25)).toMatchObject({
    structs: { length: CLIENT_IDS_PER_UPDATE * 25 },
  })
  expect(resolve(64, 1_000)).toMatchObject({ structs: { length: 64_000 } })
})

import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { decodeUpdate } from '@/server/sync/guard/screen/decode-update'
import { anyValue, rawUpdate } from '../raw-update'

const value = { parent: 'meta', key: 'a', content: anyValue(1) }

function numbers(...all: number[]): Uint8Array {
  return encoding.encode((encoder) => all.forEach((number) => encoding.writeVarUint(encoder, number)))
}

describe('decoding an update', () => {
  it('reads structs by client and the delete set', () => {
    const update = rawUpdate(
      [
        { client: 9, clock: 4, structs: [value, value] },
        { client: 5, clock: 0, structs: [value] },
      ],
      [{ client: 9, clock: 1, len: 2 }],
    )
    const decoded = decodeUpdate(update)
    expect(decoded?.blocks.map(({ client, structs }) => [client, structs.map(({ id }) => id.clock)])).toEqual(
      [
        [9, [4, 5]],
        [5, [0]],
      ],
    )
    expect(decoded?.deletes.clients.get(9)).toMatchObject([{ clock: 1, len: 2 }])
  })

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['cut off bytes', rawUpdate([{ client: 5, clock: 0, structs: [value] }]).slice(0, -3)],
    ['a promise of very many structs', numbers(1, 2 ** 40, 5, 0)],
    ['a text longer than the bytes', Uint8Array.of(1, 1, 5, 0, 4, 1, 4, 109, 101, 116, 97, 200, 1, 97, 0)],
    [
      'one client twice, side by side',
      rawUpdate([
        { client: 5, clock: 0, structs: [value] },
        { client: 5, clock: 1, structs: [value] },
      ]),
    ],
    [
      'one client twice, apart',
      rawUpdate([
        { client: 5, clock: 0, structs: [value] },
        { client: 6, clock: 0, structs: [value] },
        { client: 5, clock: 1, structs: [value] },
      ]),
    ],
    ['a client without structs', numbers(1, 0, 5, 0, 0)],
    [
      'a struct of no length',
      rawUpdate([{ client: 5, clock: 0, structs: [{ ...value, content: anyValue() }] }]),
    ],
    ['a collected struct of no length', numbers(1, 1, 5, 0, 0, 0, 0)],
    ['skipped clocks', numbers(1, 1, 5, 0, 10, 3, 0)],
    ['a client id beyond 32 bits', rawUpdate([{ client: 2 ** 32, clock: 0, structs: [value] }])],
    ['a clock beyond all use', rawUpdate([{ client: 5, clock: 2 ** 31, structs: [value] }])],
    ['a collected struct beyond all use', numbers(1, 1, 5, 0, 0, 2 ** 40, 0)],
    ['deletions out of order', numbers(0, 1, 5, 2, 9, 1, 3, 1)],
    ['deletions that overlap', numbers(0, 1, 5, 2, 3, 4, 5, 1)],
    ['a deletion of no length', numbers(0, 1, 5, 1, 3, 0)],
    ['a deletion beyond all use', numbers(0, 1, 5, 1, 3, 2 ** 40)],
    ['a value nested beyond the stack', nested(200_000)],
  ])('refuses %s', (_what, update) => {
    expect(decodeUpdate(update)).toBeNull()
  })

  it('reads collected structs side by side, as an honest copy may have them', () => {
    const [ada, ben] = [new Y.Doc(), new Y.Doc()]
    const exchange = (from: Y.Doc, to: Y.Doc): void => Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
    const record = ada.getMap<Y.Map<number>>('records').set('a', new Y.Map<number>())
    for (let turn = 0; turn < 4; turn++) {
      record.set('x', turn)
      exchange(ada, ben)
      ben.getMap<Y.Map<number>>('records').get('a')?.set('x', turn)
      exchange(ben, ada)
    }
    ada.getMap('records').delete('a')
    const collected = decodeUpdate(Y.encodeStateAsUpdate(ada))?.blocks.map(
      ({ structs }) => structs.filter((struct) => struct instanceof Y.GC).length,
    )
    expect(Math.max(...(collected ?? []))).toBeGreaterThan(1)
  })

  it('reads nothing that lies behind the bytes it is given', () => {
    const secret = Uint8Array.of(1, 1, 5, 0, 4, 1, 4, 109, 101, 116, 97, 6, 115, 101, 99, 114, 101, 116, 0)
    expect(decodeUpdate(secret.subarray(0, 12))).toBeNull()
    expect(decodeUpdate(secret)?.blocks[0]?.structs[0]).toBeInstanceOf(Y.Item)
  })
})

function nested(depth: number): Uint8Array {
  const value = new Uint8Array(depth * 2).map((_, at) => (at % 2 === 0 ? 117 : 1))
  // client 5, clock 0: a plain value under a root's key, holding one array in another.
  return Uint8Array.from([1, 1, 5, 0, 40, 1, 4, 109, 101, 116, 97, 1, 97, 1, ...value, 126, 0])
}

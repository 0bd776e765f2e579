import { describe, expect, it } from 'vitest'
import { listBuffers, ownBytes } from '@/server/storage/sqlite/thread/own-bytes'

describe('ownBytes', () => {
  it('copies plain values as they are', () => {
    const value = ['a', 1, null, undefined, { list: [{ deep: true }] }]
    expect(ownBytes(value)).toEqual({ value, transfer: [] })
  })

  it('gives a small view a buffer of its own size', () => {
    const view = Buffer.from('abcdef').subarray(1, 3)
    const { value } = ownBytes({ view })
    const { view: copied } = value as { view: Uint8Array }
    expect(copied).toEqual(Uint8Array.of(98, 99))
    expect(copied.buffer.byteLength).toBe(2)
  })

  it('offers large bytes for handing over, never those of the sender', () => {
    const large = new Uint8Array(20_000)
    const { value, transfer } = ownBytes([large, Uint8Array.of(1)])
    const [copied] = value as Uint8Array[]
    expect(transfer).toEqual([copied?.buffer])
    expect(transfer[0]).not.toBe(large.buffer)
  })
})

describe('listBuffers', () => {
  it('lists the buffers of large bytes, but of none that hold more', () => {
    const [snapshot, update] = [new Uint8Array(20_000), new Uint8Array(30_000)]
    const view = new Uint8Array(60_000).subarray(0, 30_000)
    const answer = { epoch: 1, snapshot, updates: [update, view, Uint8Array.of(1)], clientIds: new Map() }
    expect(listBuffers(answer)).toEqual([snapshot.buffer, update.buffer])
    expect(listBuffers(null)).toEqual([])
  })
})

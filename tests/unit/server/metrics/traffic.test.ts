import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { Traffic } from '@/server/metrics/traffic'

class CountedPipe extends EventEmitter {
  bytesRead = 0
  bytesWritten = 0
}

describe('Traffic', () => {
  it('adds up what open and closed sockets carried, each once', () => {
    const traffic = new Traffic()
    const [one, other] = [new CountedPipe(), new CountedPipe()]
    traffic.watch(one)
    traffic.watch(other)
    Object.assign(one, { bytesRead: 10, bytesWritten: 100 })
    Object.assign(other, { bytesRead: 1, bytesWritten: 2 })
    expect(traffic.total()).toEqual({ in: 11, out: 102 })
    one.emit('close')
    one.bytesRead = 999
    expect(traffic.total()).toEqual({ in: 11, out: 102 })
  })
})

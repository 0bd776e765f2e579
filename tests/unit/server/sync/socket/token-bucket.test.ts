import { describe, expect, it } from 'vitest'
import { TokenBucket } from '@/server/sync/socket/token-bucket'

describe('TokenBucket', () => {
  it('lets a burst pass and then says how long the debt takes to pay', () => {
    const bucket = new TokenBucket(10, 20, 0)
    expect([bucket.spend(20, 0), bucket.spend(5, 0), bucket.spend(5, 0)]).toEqual([0, 500, 1_000])
    expect(bucket.spend(0, 1_000)).toBe(0)
  })

  it('is calm again once half of its burst is back, and never holds more than the burst', () => {
    const bucket = new TokenBucket(10, 20, 0)
    bucket.spend(20, 0)
    expect([bucket.isCalm(999), bucket.isCalm(1_000)]).toEqual([false, true])
    expect(bucket.spend(21, 1_000_000)).toBe(100)
  })

  it('owes no more than its burst where it is bounded', () => {
    const bucket = new TokenBucket(10, 20, 0)
    bucket.spendBounded(25, 0)
    expect(bucket.spend(0, 0)).toBe(500)
    bucket.spendBounded(1_000_000, 0)
    expect(bucket.spend(0, 0)).toBe(2_000)
  })

  it('takes so many or none', () => {
    const bucket = new TokenBucket(10, 20, 0)
    expect([bucket.take(0, 15), bucket.take(0, 6), bucket.take(0, 5), bucket.take(0)]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })

  it('takes no harm from a clock that goes back', () => {
    const bucket = new TokenBucket(10, 20, 1_000)
    bucket.spend(20, 1_000)
    expect(bucket.spend(1, 0)).toBe(100)
  })
})

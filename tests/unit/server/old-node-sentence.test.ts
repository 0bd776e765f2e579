import { describe, expect, it } from 'vitest'
import { oldNodeSentence } from '@/server/old-node-sentence.cjs'

describe('the sentence about an old Node', () => {
  it('says which one is needed and which one this is', () => {
    expect(oldNodeSentence('18.20.8', '>=20.19.0')).toBe(
      'Contour needs Node 20.19.0 or newer, and this is Node 18.20.8. Install a newer Node, then start again.',
    )
  })

  it.each(['12.22.12', '20.9.0', '20.18.3', '9.11.2'])('is there for %s', (running) => {
    expect(oldNodeSentence(running, '>=20.19.0')).toContain(`this is Node ${running}`)
  })

  it.each(['20.19.0', '20.19.5', '20.20.2', '22.1.0', '24.0.0', '20.19.0-nightly'])(
    'is not there for %s',
    (running) => expect(oldNodeSentence(running, '>=20.19.0')).toBeNull(),
  )
})

import { expect, it } from 'vitest'
import type { Router } from '@/components/board/store/route-write'
import { tellMovesAtOnce } from '@/components/canvas/rules/moves-told-at-once'
import { createRuleStand } from '../support/rule-stand'

it('tells a moving hand with every picture, and nothing while the hand rests', () => {
  const { editor, emit } = createRuleStand()
  let path = 'select.idle'
  let told = 0
  const router: Router = {
    flush: () => void told++,
    cancelGesture: () => undefined,
    startOver: () => undefined,
    stop: () => undefined,
  }
  const stop = tellMovesAtOnce(Object.assign(editor, { getPath: () => path }), router)
  emit('tick', { name: 'tick' })
  expect(told).toBe(0)
  path = 'select.translating'
  emit('tick', { name: 'tick' })
  expect(told).toBe(1)
  stop()
  emit('tick', { name: 'tick' })
  expect(told).toBe(1)
})

import { expect, test } from 'vitest'
import { interactionWarnings } from '@/lib/teams/interaction-warnings'

const SOUND = { mode: 'x-as-a-service', from: 'platform', stretched: false } as const

test('an interaction between near teams of fitting types needs no remark', () => {
  expect(interactionWarnings(SOUND)).toEqual([])
  expect(interactionWarnings({ ...SOUND, mode: 'collaboration', from: 'stream-aligned' })).toEqual([])
  expect(interactionWarnings({ ...SOUND, from: null })).toEqual([])
})

test('a service of a stream-aligned team and a stretched interaction are remarked on', () => {
  expect(interactionWarnings({ ...SOUND, from: 'stream-aligned', stretched: true })).toEqual([
    'Stretched: its teams are far apart',
    'A stream-aligned team provides this: could a platform?',
  ])
})

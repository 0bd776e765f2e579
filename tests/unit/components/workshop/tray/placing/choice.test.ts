import { expect, it } from 'vitest'
import { choiceWords } from '@/components/workshop/tray/placing/choice'
import { CURVES } from '@/lib/curves/catalogue'
import type { InstanceId, TeamId } from '@/lib/ids'

const instanceId = 'one' as InstanceId

it('says which curve was chosen and where on it, or which team', () => {
  const [curve] = CURVES
  if (!curve) throw new Error('There are curves.')
  expect(choiceWords({ instanceId, curve, x: 0.5, words: 'in the middle' })).toBe(
    `on ${curve.name}, in the middle`,
  )
  const team = { id: 't1' as TeamId, name: 'Core' }
  expect(choiceWords({ instanceId, team })).toBe('on the team “Core”')
  expect(choiceWords({ instanceId, team: { ...team, name: '' } })).toBe('on the team “Unnamed”')
})

import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { LoopTurns } from '@/server/http/turns/loop-turns'

it('[ROOM-18] begins only so much in one turn of the loop, in turns between those who ask', async () => {
  const turns = new LoopTurns(2)
  const begun: string[] = []
  const ask = (key: string, name: string): void => turns.run(key, () => begun.push(name))
  for (let at = 0; at < 5; at++) ask('many', `many ${at}`)
  ask('other', 'other')
  expect(begun).toEqual(['many 0', 'many 1'])
  await nextTurn()
  expect(begun.slice(2)).toEqual(['many 2', 'other'])
  await nextTurn()
  expect(begun.slice(4)).toEqual(['many 3', 'many 4'])
  await nextTurn()
  await nextTurn()
  for (const name of ['a', 'b', 'c']) ask('later', name)
  expect(begun.slice(6)).toEqual(['a', 'b'])
  await nextTurn()
  expect(begun.slice(8)).toEqual(['c'])
})

it('begins what a work asks for in its turn, too', async () => {
  const turns = new LoopTurns(1)
  const begun: string[] = []
  turns.run('a', () => {
    begun.push('outer')
    turns.run('a', () => begun.push('inner'))
  })
  expect(begun).toEqual(['outer'])
  await nextTurn()
  expect(begun).toEqual(['outer', 'inner'])
})

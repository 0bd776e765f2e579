import { expect, it } from 'vitest'
import { LateAnswers, type LateAnswer } from '@/server/http/turns/late-answers'

function createLate(mostBytes: number) {
  const late = new LateAnswers(mostBytes)
  const cut: string[] = []
  const add = (network: string, name: string, bytes: number): LateAnswer => {
    const answer = { destroy: () => void cut.push(name) }
    late.add(network, answer, bytes)
    return answer
  }
  return { late, cut, add }
}

it('[ROOM-18] cuts the newest of the network whose slow answers hold most', () => {
  const { cut, add } = createLate(100)
  add('10.0.0.1', 'first', 40)
  add('10.0.0.1', 'second', 40)
  add('10.0.0.2', 'other', 30)
  expect(cut).toEqual(['second'])
  add('10.0.0.2', 'small', 20)
  expect(cut).toEqual(['second'])
})

it('has room again when one has left', () => {
  const { late, cut, add } = createLate(100)
  const first = add('10.0.0.1', 'first', 60)
  late.remove('10.0.0.1', first)
  late.remove('10.0.0.1', first)
  add('10.0.0.1', 'second', 90)
  expect(cut).toEqual([])
})

import { setImmediate as untilLater } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { isSteps, StepRunner, type Steps } from '@/server/storage/sqlite/step-runner'

describe('work in steps', () => {
  let seen: string[]
  let runner: StepRunner
  function* work(name: string, steps: number): Steps<string> {
    for (let at = 1; at <= steps; at++) {
      seen.push(`${name} ${at}`)
      if (name === 'bad' && at === 2) throw new Error('a bad step')
      yield
    }
    return `${name} done`
  }

  beforeEach(() => {
    seen = []
    runner = new StepRunner({
      writeOthers: () => seen.push('others'),
      onDone: (_id, answer) => seen.push(String(answer)),
      onFailed: (_id, error) => seen.push(String(error)),
    })
  })

  it('lets others write before each step but the first', async () => {
    runner.start(1, work('a', 1))
    expect(seen).toEqual(['a 1'])
    await untilLater()
    expect(seen).toEqual(['a 1', 'others', 'a done'])
    await untilLater()
    expect(seen).toHaveLength(3)
  })

  it('takes turns, and fails alone', async () => {
    runner.start(1, work('bad', 3))
    runner.start(2, work('b', 1))
    for (let turn = 0; turn < 3; turn++) await untilLater()
    expect(seen.filter((one) => one !== 'others')).toEqual([
      'bad 1',
      'b 1',
      'bad 2',
      'Error: a bad step',
      'b done',
    ])
  })

  it('does all that is left at once when asked to', async () => {
    runner.start(1, work('a', 3))
    runner.finish()
    expect(seen).toEqual(['a 1', 'a 2', 'a 3', 'a done'])
    await untilLater()
    expect(seen).toHaveLength(4)
  })

  it('is told from any other answer', () => {
    expect([isSteps(work('a', 1)), isSteps(null), isSteps({ id: 1 }), isSteps([1])]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})

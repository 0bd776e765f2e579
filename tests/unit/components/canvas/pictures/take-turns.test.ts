import { expect, it } from 'vitest'
import { takeTurns } from '@/components/canvas/pictures/take-turns'

it('begins nothing before what was asked for earlier is done, even where that failed', async () => {
  const inTurn = takeTurns()
  let fail = (_reason: Error): void => undefined
  const first = new Promise<string>((_resolve, reject) => {
    fail = reject
  })
  const begun: string[] = []
  const work = (name: string, result: Promise<string>) =>
    inTurn(() => {
      begun.push(name)
      return result
    })
  const failing = work('first', first)
  const following = work('second', Promise.resolve('done'))
  await Promise.resolve()
  expect(begun).toEqual(['first'])
  fail(new Error('no memory'))
  await expect(failing).rejects.toThrow('no memory')
  expect(await following).toBe('done')
  expect(begun).toEqual(['first', 'second'])
})

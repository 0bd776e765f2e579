import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { openOrRemember } from '@/components/board/offline/storage/browser-offline-storage'

const broken = (open: () => unknown) => ({ open }) as unknown as IDBFactory

test('a browser that keeps something is made use of', async () => {
  expect((await openOrRemember(() => new IDBFactory())).lasts).toBe(true)
})

test.each<[string, () => IDBFactory | undefined]>([
  ['has no database', () => undefined],
  [
    'forbids to ask',
    () => {
      throw new DOMException('insecure', 'SecurityError')
    },
  ],
  [
    'refuses to open one',
    () =>
      broken(() => {
        throw new Error('private window')
      }),
  ],
  ['never answers', () => broken(() => ({}))],
])('one that %s is done without', async (_what, factory) => {
  expect((await openOrRemember(factory)).lasts).toBe(false)
})

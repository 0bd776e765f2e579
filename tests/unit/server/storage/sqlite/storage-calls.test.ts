import { expect, it } from 'vitest'
import { isReadingCall } from '@/server/storage/sqlite/storage-calls'

it('tells what only reads, which is answered whatever became of the files, from what writes', () => {
  expect((['findAsset', 'measureImages'] as const).map(isReadingCall)).toEqual([true, true])
  expect((['append', 'check', 'saveAsset'] as const).map(isReadingCall)).toEqual([false, false, false])
})

import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { requireDiskRoom } from '@/server/storage/sqlite/disk-room'

test('a disk that is large enough takes it, one that would be full afterwards refuses as if it were full', () => {
  expect(() => requireDiskRoom(tmpdir(), 1)).not.toThrow()
  expect(() => requireDiskRoom(tmpdir(), 2 ** 60)).toThrow(
    expect.objectContaining({ sqliteCodeName: 'SQLITE_FULL' }),
  )
})

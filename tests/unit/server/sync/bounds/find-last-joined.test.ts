import { expect, test } from 'vitest'
import { findLastJoined } from '@/server/sync/bounds/find-last-joined'

const socket = (id: number, joinedAt: number) => ({ id, person: { joinedAt } })

test('of sockets it is that of whoever joined last, whenever they came, and the newest of theirs', () => {
  const sockets = [socket(1, 10), socket(2, 30), socket(3, 30), socket(4, 20)]
  expect([findLastJoined(sockets)?.id, findLastJoined([])]).toEqual([3, undefined])
})

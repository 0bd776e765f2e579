import { expect, test } from 'vitest'
import type { BoardId } from '@/lib/ids'
import { SharedImages } from '@/server/http/images/shared-images'
import type { StoredAsset } from '@/server/storage/board-storage'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { pngBytes } from '@/tests/support/boards/image-bytes'
import { cookieFrom, startHttpHarness } from '@/tests/support/rooms/http-harness'

test('all who are given an image at the same time are given the same bytes, read once', async () => {
  let reads = 0
  const images = new SharedImages({
    findAsset: (id): Promise<StoredAsset | null> => {
      reads++
      const bytes = new Uint8Array([1, 2, 3])
      return Promise.resolve(
        id === 'a' ? { id, boardId: 'b' as BoardId, type: 'image/png', bytes, pixels: 9 } : null,
      )
    },
  })
  const [one, other] = await Promise.all([images.find('a'), images.find('a')])
  const later = await images.find('a')
  expect([later?.bytes === one?.bytes, other?.bytes === one?.bytes, reads]).toEqual([true, true, 1])
  expect(later).toMatchObject({ id: 'a', boardId: 'b', type: 'image/png' })
  expect([await images.find('none'), await images.find('none'), reads]).toEqual([null, null, 3])
})

test('an image that many ask for at once is read once and comes to each whole', async () => {
  const storage = createMemoryBoardStorage()
  let reads = 0
  const findAsset = (id: string): Promise<StoredAsset | null> => {
    reads++
    return storage.findAsset(id)
  }
  const server = await startHttpHarness({ storage: { ...storage, findAsset } })
  const created = await server.post('/api/boards', { title: 'T', name: 'Fay' })
  const { id } = (await created.json()) as { id: BoardId }
  const fay = cookieFrom(created)
  const image = pngBytes()
  const sent = await server.post(`/api/boards/${id}/assets`, image, fay)
  const { src } = (await sent.json()) as { src: string }
  for (let round = 0; round < 2; round++) {
    const answers = await Promise.all([server.get(src, fay), server.get(src, fay), server.get(src, fay)])
    for (const answer of answers) expect(new Uint8Array(await answer.arrayBuffer())).toEqual(image)
  }
  expect(reads).toBe(1)
  await server.stop()
})

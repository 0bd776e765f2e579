import { afterEach, expect, test, vi } from 'vitest'
import { copyPicture } from '@/components/workshop/picture/copy-picture'

afterEach(() => vi.unstubAllGlobals())

const picture = new Blob(['png'], { type: 'image/png' })

class Item {
  readonly content: Record<string, Promise<Blob>>
  constructor(content: Record<string, Promise<Blob>>) {
    this.content = content
  }
}

test('without a clipboard nothing is made for it', async () => {
  vi.stubGlobal('navigator', {})
  const make = vi.fn(() => Promise.resolve(picture))
  expect(await copyPicture(make)).toBe(false)
  expect(make).not.toHaveBeenCalled()
})

test('the picture is handed over before it is finished, as the click allows', async () => {
  const written: Item[] = []
  vi.stubGlobal('ClipboardItem', Item)
  vi.stubGlobal('navigator', {
    clipboard: { write: (items: Item[]) => Promise.resolve(void written.push(...items)) },
  })
  const copied = copyPicture(() => Promise.resolve(picture))
  expect(await written[0]?.content['image/png']).toBe(picture)
  expect(await copied).toBe(true)
})

test('a clipboard that refuses is as good as none', async () => {
  vi.stubGlobal('ClipboardItem', Item)
  vi.stubGlobal('navigator', { clipboard: { write: () => Promise.reject(new Error('not allowed')) } })
  expect(await copyPicture(() => Promise.resolve(picture))).toBe(false)
})

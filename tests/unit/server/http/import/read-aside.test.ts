import { expect, it } from 'vitest'
import { readAside } from '@/server/http/import/read-aside'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

it('reads a small and a large list alike', async () => {
  for (const count of [3, 1_500]) {
    const lines = Array.from({ length: count }, (_, at) => `Title ${at},${'word '.repeat(20)}`)
    const read = await readAside(bytesOf(['title,summary', ...lines].join('\n')))
    expect(read.ok && read.value.drafts.map(({ title }) => title).slice(-1)).toEqual([`Title ${count - 1}`])
  }
})

it('says of small and large bytes alike why they are no list', async () => {
  for (const size of [10, 100_000]) {
    expect(await readAside(new Uint8Array(size))).toMatchObject({ error: { code: 'unreadable-file' } })
    expect(await readAside(bytesOf('\t'.repeat(size)))).toMatchObject({ error: { code: 'invalid-input' } })
  }
})

it('lets everything else go on while it reads a list that is made to be slow', async () => {
  const read = readAside(bytesOf(`title\n${'<!-- x'.repeat(500_000)}`))
  let longestMs = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - last)
    last = performance.now()
  }, 5)
  const started = performance.now()
  expect(await read).toMatchObject({ ok: true, value: { drafts: [] } })
  clearInterval(watch)
  expect(longestMs).toBeLessThan((performance.now() - started) / 2)
})

/** Too long to have been read before its reading is ended. */
const slowBytes = (): Uint8Array => bytesOf(`title\n${'<!-- x'.repeat(500_000)}`)

it('[ROOM-18] refuses a list that takes long to read, and says so', async () => {
  const read = readAside(slowBytes(), { readMs: 1 })
  await expect(read).rejects.toMatchObject({ code: 'list-too-slow' })
})

it('[ROOM-18] ends the reading of a list with its turn', async () => {
  const turn = new AbortController()
  const read = readAside(slowBytes(), { turn: turn.signal })
  turn.abort()
  await expect(read).rejects.toMatchObject({ code: 'overloaded' })
  await expect(readAside(slowBytes(), { turn: turn.signal })).rejects.toMatchObject({ code: 'overloaded' })
})

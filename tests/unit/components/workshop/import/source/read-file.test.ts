import { expect, test } from 'vitest'
import { readFile } from '@/components/workshop/import/source/read-file'
import { LIMITS } from '@/lib/sync/limits'

test('a file is read in the encoding it has', async () => {
  const text = await readFile(new Blob([Buffer.from('\uFEFFtitle\nGrößere Lösung\n', 'utf16le')]))
  expect(text).toMatchObject({ ok: true, value: expect.stringContaining('Größere Lösung') as string })
})

test('a file that is no text is refused with the byte that says so', async () => {
  const text = await readFile(new Blob([Buffer.from('title\nabc\x81\n', 'latin1')]))
  expect(text).toMatchObject({ ok: false, error: expect.stringMatching(/^Byte 9 /) as string })
})

test('a file that is too large is refused before it is read', async () => {
  const huge = {
    size: LIMITS.IMPORT_BYTES + 1,
    arrayBuffer: () => Promise.reject(new Error('read')),
  } as unknown as Blob
  expect(await readFile(huge)).toMatchObject({
    ok: false,
    error: expect.stringMatching(/larger than 5 MB/) as string,
  })
})

test('a file that cannot be read any more is refused with a sentence', async () => {
  const gone = { size: 1, arrayBuffer: () => Promise.reject(new Error('gone')) } as unknown as Blob
  expect(await readFile(gone)).toMatchObject({
    ok: false,
    error: expect.stringMatching(/could not be read/) as string,
  })
})

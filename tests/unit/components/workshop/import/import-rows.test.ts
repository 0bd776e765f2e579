import { describe, expect, test } from 'vitest'
import { importFile, importText } from '@/components/workshop/import/import-rows'
import type { InitiativeDraft } from '@/lib/board/operations/initiatives'
import { LIMITS } from '@/lib/sync/limits'

function createTarget() {
  const brought: InitiativeDraft[] = []
  const commands = {
    importInitiatives: (drafts: readonly InitiativeDraft[]) => {
      brought.push(...drafts)
      return { added: drafts.length, updated: 0 }
    },
  }
  return { brought, client: { commands } as never }
}

describe('a pasted list', () => {
  test('becomes one initiative per line, each with an id of its own', () => {
    const { brought, client } = createTarget()
    const result = importText(client, '- Buy, build or wait\n- Faster search\n')
    expect(result).toEqual({ ok: true, value: { added: 2, updated: 0, rejected: [] } })
    expect(brought.map(({ title }) => title)).toEqual(['Buy, build or wait', 'Faster search'])
    expect(new Set(brought.map(({ id }) => id)).size).toBe(2)
  })

  test('reports the rows it leaves out and brings the others', () => {
    const { brought, client } = createTarget()
    const result = importText(client, 'key,title\nA-1,Good\nA-2,\n')
    expect(brought).toHaveLength(1)
    expect(result).toMatchObject({ ok: true, value: { added: 1, rejected: [{ row: 3, field: 'title' }] } })
  })

  test('does not carry the row number onto the board', () => {
    const { brought, client } = createTarget()
    importText(client, 'title\nOne\n')
    expect(brought[0]).not.toHaveProperty('row')
  })
})

describe('a file', () => {
  test('is read in the encoding it has', async () => {
    const { brought, client } = createTarget()
    await importFile(client, new Blob([Buffer.from('\uFEFFtitle\nGrößere Lösung\n', 'utf16le')]))
    expect(brought[0]?.title).toBe('Größere Lösung')
  })

  test('that is no text is refused with the byte that says so', async () => {
    const { client } = createTarget()
    const result = await importFile(client, new Blob([Buffer.from('title\nabc\x81\n', 'latin1')]))
    expect(result).toMatchObject({ ok: false, error: expect.stringMatching(/^Byte 9 /) as string })
  })

  test('that is too large is refused before it is read', async () => {
    const { client } = createTarget()
    const huge = {
      size: LIMITS.IMPORT_BYTES + 1,
      arrayBuffer: () => Promise.reject(new Error('read')),
    } as unknown as Blob
    expect(await importFile(client, huge)).toMatchObject({
      ok: false,
      error: expect.stringMatching(/larger than 5 MB/) as string,
    })
  })

  test('that cannot be read any more is refused with a sentence', async () => {
    const { client } = createTarget()
    const gone = { size: 1, arrayBuffer: () => Promise.reject(new Error('gone')) } as unknown as Blob
    expect(await importFile(client, gone)).toMatchObject({
      ok: false,
      error: expect.stringMatching(/could not be read/) as string,
    })
  })
})

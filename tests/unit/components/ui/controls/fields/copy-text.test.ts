import { afterEach, expect, test, vi } from 'vitest'
import { copyText } from '@/components/ui/controls/fields/copy-text'

afterEach(() => vi.unstubAllGlobals())

function createField() {
  const done: string[] = []
  const field = { focus: () => done.push('focus'), select: () => done.push('select') }
  return { done, field: field as unknown as HTMLInputElement }
}

test('where there is a clipboard the text goes there', async () => {
  const copied: string[] = []
  vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void copied.push(text) } })
  const { done, field } = createField()
  expect(await copyText('a link', field)).toBe(true)
  expect(copied).toEqual(['a link'])
  expect(done).toEqual([])
})

test('on plain http the field is selected and copied the old way', async () => {
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('document', { execCommand: (command: string) => command === 'copy' })
  const { done, field } = createField()
  expect(await copyText('a link', field)).toBe(true)
  expect(done).toEqual(['focus', 'select'])
})

test('a clipboard that refuses leaves the text selected for the person', async () => {
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('denied')) } })
  vi.stubGlobal('document', { execCommand: () => false })
  const { done, field } = createField()
  expect(await copyText('a link', field)).toBe(false)
  expect(done).toEqual(['focus', 'select'])
})

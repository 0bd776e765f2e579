import { expect, test } from 'vitest'
import { DOCUMENT_VERSION } from '@/lib/board/document/document-version'

test('the form of documents is named by a word short enough for an address', () => {
  expect(DOCUMENT_VERSION).toMatch(/^[a-z0-9]{1,8}$/)
})

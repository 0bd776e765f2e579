import { expect, it } from 'vitest'
import {
  boardOfAsset,
  isAssetPath,
  isAssetPathOf,
  isLinkAddress,
  sourceOf,
  toAssetId,
  toAssetPath,
} from '@/lib/board/initiatives/addresses'
import type { Json } from '@/lib/board/layout'
import type { BoardId } from '@/lib/ids'

const BOARD = 'b-o_ard1234567890abcdef' as BoardId

it('knows the images of a board by their address', () => {
  const src = toAssetPath(toAssetId(BOARD, 'i-m_age1234567890abcde'))
  expect(isAssetPath(src)).toBe(true)
  expect(isAssetPathOf(BOARD, src)).toBe(true)
  expect(isAssetPathOf('another' as BoardId, src)).toBe(false)
})

it('tells from the id of an image which board it is on', () => {
  expect(boardOfAsset(toAssetId(BOARD, 'i-m_age1234567890abcde'))).toBe(BOARD)
  for (const id of ['', BOARD, `${BOARD}-short`, `/-${'i'.repeat(22)}`]) expect(boardOfAsset(id)).toBeNull()
})

it.each([
  `/assets/${BOARD}`,
  `/assets/x-${BOARD}-image`,
  `//assets/${BOARD}-image`,
  `https://example.org/assets/${BOARD}-image`,
  `/assets/${BOARD}-../../healthz`,
])('takes %s for none of its images', (address) => expect(isAssetPathOf(BOARD, address)).toBe(false))

it.each(['\u202e', '\u2066', '\u200f', '\u061c', '\u200b', '\u0000', '\ud800'])(
  'takes an address with the unseen %j for no link',
  (unseen) => {
    expect(isLinkAddress(`https://example.org/${unseen}gpj.exe`)).toBe(false)
    expect(isLinkAddress('https://example.org/می\u200cخواهم/😀?a=b&c=(d)')).toBe(true)
  },
)

it.each<[string, Json, string | null]>([
  ['asset', { src: '/assets/one' }, '/assets/one'],
  ['asset', { src: '' }, null],
  ['asset', { src: null }, null],
  ['asset', {}, null],
  ['asset', null, null],
  ['shape', { src: '/assets/one' }, null],
])('finds in the %s with %j the picture %s', (typeName, props, src) => {
  expect(sourceOf({ id: 'asset:a', typeName, props })).toBe(src)
})

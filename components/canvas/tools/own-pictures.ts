import type { TLAsset, TLContent, TLShape } from 'tldraw'
import { isAssetPathOf } from '@/lib/board/initiatives/addresses'
import type { BoardRecord } from '@/lib/board/layout'
import { ERRORS, type ErrorCode } from '@/lib/errors'
import type { BoardId } from '@/lib/ids'
import type { Result } from '@/lib/result'
import { withShapes } from '../rules/foreign-content'

interface BoardOfPaste {
  readonly boardId: BoardId
  /** Whether a record of this id stands on the board. */
  has(id: TLAsset['id']): boolean
}

interface OwnContent {
  readonly content: TLContent
  /** Why pictures were left out, for the person; null where none was. */
  readonly refusal: string | null
}

/** What the server answers about a picture of a board this person may not open. */
const OUT_OF_SIGHT: ReadonlySet<ErrorCode> = new Set([
  ...(['not-signed-in', 'not-allowed', 'removed', 'left-board'] as const),
  ...(['no-such-board', 'board-deleted', 'not-found'] as const),
])

/** Copied content with its pictures as they stand on the board: the canvas knows of none that it moves. */
export function withStoredPictures(content: TLContent, find: (id: string) => BoardRecord | null): TLContent {
  const assets = content.assets.map((asset) => (find(asset.id) as TLAsset | null) ?? asset)
  return { ...content, assets }
}

/** The pictures of copied content that belong to another board. */
export function foreignPictures({ assets }: TLContent, board: BoardOfPaste): TLAsset[] {
  return assets.filter((asset) => {
    const src = sourceOf(asset)
    return src !== '' && !board.has(asset.id) && !isAssetPathOf(board.boardId, src)
  })
}

/**
 * Brings the pictures of another board to this one: who is on this board alone sees them too, and they stay when the
 * other is erased. The shapes of those that cannot be had are left out.
 */
export async function withOwnPictures(
  content: TLContent,
  foreign: readonly TLAsset[],
  copy: (src: string) => Promise<Result<string, ErrorCode>>,
): Promise<OwnContent> {
  const own = new Map<string, TLAsset>()
  const refused = new Map<string, ErrorCode>()
  for (const asset of foreign) {
    const answer = await copy(sourceOf(asset))
    if (answer.ok) own.set(asset.id, withSource(asset, answer.value))
    else refused.set(asset.id, answer.error)
  }
  const isRefused = (shape: TLShape): boolean =>
    'assetId' in shape.props && refused.has(String(shape.props.assetId))
  const kept = withShapes(content, (shape) => !isRefused(shape))
  const assets = content.assets.flatMap((asset) =>
    refused.has(asset.id) ? [] : (own.get(asset.id) ?? asset),
  )
  return { content: { ...kept, assets }, refusal: toSentence([...refused.values()]) }
}

function sourceOf({ props }: TLAsset): string {
  return ('src' in props ? props.src : null) ?? ''
}

function withSource(asset: TLAsset, src: string): TLAsset {
  return { ...asset, props: { ...asset.props, src } } as TLAsset
}

function toSentence(refusals: readonly ErrorCode[]): string | null {
  if (refusals.length === 0) return null
  const other = refusals.find((code) => !OUT_OF_SIGHT.has(code))
  if (other !== undefined && ERRORS[other].retry) return 'Pictures were left out. Copy them again later.'
  if (other !== undefined) return ERRORS[other].sentence
  return refusals.length === 1
    ? 'One picture was left out: it belongs to a board you are not on.'
    : `${refusals.length} pictures were left out: they belong to a board you are not on.`
}

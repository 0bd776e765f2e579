import { boardIdSchema, type BoardId } from '../../ids'
import type { BoardRecord } from '../layout'

// Which addresses may stand on a board. No page may be made to ask another host for a picture.

const ADDRESS_CHARACTERS = 2_000
/** A path of this server that names one uploaded file; neither `//host` nor `..` nor a query passes. */
const ASSET_PATH = /^\/assets\/[A-Za-z0-9_-]{1,64}(\.[a-z0-9]{1,5})?$/
/** Both ids may have `-` in them; an own one is always as long as `createId` makes it. */
const ASSET_ID = /^(.+)-[A-Za-z0-9_-]{22}$/
/** Nothing unseen, such as marks that turn what follows around: it would show another address than it opens. */
const LINK = /^(https?:\/\/|mailto:)(?:(?![\p{Cc}\p{Cs}])(?:[\u200c\u200d]|(?!\p{Cf})[^\s<>"'`\\]))+$/iu

/** Says whether a link may point here: http, https or mail, of reasonable length. */
export function isLinkAddress(address: string): boolean {
  return address.length <= ADDRESS_CHARACTERS && LINK.test(address)
}

/** Makes the id of an uploaded image from one of its own: it tells which board the image belongs to. */
export function toAssetId(boardId: BoardId, ownId: string): string {
  return `${boardId}-${ownId}`
}

/** The board that the id of an uploaded image names; null where it is no such id. */
export function boardOfAsset(assetId: string): BoardId | null {
  const boardId = boardIdSchema.safeParse(ASSET_ID.exec(assetId)?.[1])
  return boardId.success ? boardId.data : null
}

/** The path under which an uploaded image is served. */
export function toAssetPath(assetId: string): string {
  return `/assets/${assetId}`
}

/** Says whether this is the path of an image that was uploaded to this very board. */
export function isAssetPathOf(boardId: BoardId, address: string): boolean {
  return isAssetPath(address) && address.startsWith(toAssetPath(toAssetId(boardId, '')))
}

/** Says whether a picture may be shown from here: only what was uploaded to this server. */
export function isAssetPath(address: string): boolean {
  return ASSET_PATH.test(address)
}

/** The address of the picture of an asset record; null where the record is none or names none. */
export function sourceOf({ typeName, props }: BoardRecord): string | null {
  if (typeName !== 'asset' || typeof props !== 'object' || props === null || !('src' in props)) return null
  return typeof props.src === 'string' && props.src !== '' ? props.src : null
}

// Which addresses may stand on a board. No page may be made to ask another host for a picture.

const ADDRESS_CHARACTERS = 2_000
/** A path of this server that names one uploaded file; neither `//host` nor `..` nor a query passes. */
const ASSET_PATH = /^\/assets\/[A-Za-z0-9_-]{1,64}(\.[a-z0-9]{1,5})?$/
const LINK = /^(https?:\/\/|mailto:)[^\s<>"'`\\]+$/i

/** Says whether a link may point here: http, https or mail, of reasonable length. */
export function isLinkAddress(address: string): boolean {
  return address.length <= ADDRESS_CHARACTERS && LINK.test(address)
}

/** Says whether a picture may be shown from here: only what was uploaded to this server. */
export function isAssetPath(address: string): boolean {
  return ASSET_PATH.test(address)
}

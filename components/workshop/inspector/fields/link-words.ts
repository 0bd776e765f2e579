import { isLinkAddress } from '@/lib/board/initiatives/addresses'

const HOST = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#:]|$)/u
const MAIL = /^[^\s@:/]+@[^\s@]+\.[^\s@]+$/

/** What somebody typed as an address that may stand on a board; null where it is none. */
export function completeAddress(text: string): string | null {
  const typed = text.trim()
  const address = MAIL.test(typed) ? `mailto:${typed}` : HOST.test(typed) ? `https://${typed}` : typed
  return isLinkAddress(address) ? address : null
}

/** An address as people read it: without scheme, `www` and the slash at its end. */
export function shortAddress(address: string): string {
  return address.replace(/^(https?:\/\/(www\.)?|mailto:)/i, '').replace(/\/$/, '')
}

import { isAssetPath } from '@/lib/board/addresses'
import type { ErrorCode } from '@/lib/errors'
import { err, type Result } from '@/lib/result'
import { refusalCodeOf } from './refusal-code'
import { uploadImage } from './upload-image'

/**
 * Fetches an image of another board, as the person at this browser may see it, and uploads it under this address;
 * answers with its path there. Nothing but images of this server is ever fetched.
 */
export async function copyImage(
  address: string,
  src: string,
  fetchImpl: typeof fetch,
): Promise<Result<string, ErrorCode>> {
  if (!isAssetPath(src)) return err('not-found')
  try {
    const response = await fetchImpl(src, { credentials: 'same-origin' })
    if (!response.ok) return err(refusalCodeOf(await response.json()))
    return await uploadImage(address, await response.blob(), { send: fetchImpl })
  } catch {
    return err('unreachable')
  }
}

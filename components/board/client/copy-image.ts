import { isAssetPath } from '@/lib/board/initiatives/addresses'
import type { ErrorCode } from '@/lib/errors'
import { err, type Result } from '@/lib/result'
import { refusalCodeOf } from './refusal-code'
import { IMAGE_PATIENCE_MS, uploadImage, type Sending } from './upload-image'

/**
 * Fetches an image of another board, as the person at this browser may see it, and uploads it under this address;
 * answers with its path there. Nothing but images of this server is ever fetched. A server that has not given or taken it
 * within `patienceMs` each counts as one out of reach.
 */
export async function copyImage(
  address: string,
  src: string,
  { send, patienceMs = IMAGE_PATIENCE_MS }: Sending,
): Promise<Result<string, ErrorCode>> {
  if (!isAssetPath(src)) return err('not-found')
  try {
    const response = await send(src, {
      credentials: 'same-origin',
      signal: AbortSignal.timeout(patienceMs),
    })
    if (!response.ok) return err(refusalCodeOf(await response.json()))
    return await uploadImage(address, await response.blob(), { send, patienceMs })
  } catch {
    return err('unreachable')
  }
}

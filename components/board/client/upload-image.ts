import * as z from '@/lib/zod'
import type { ErrorCode } from '@/lib/errors'
import { err, ok, type Result } from '@/lib/result'
import { LIMITS } from '@/lib/sync/limits'
import { refusalCodeOf } from './refusal-code'
import { shrinkImage } from './shrink-image'

/** How long to wait for an image in either direction: a line of 0.5 Mbit/s takes 84 s for the largest. */
export const IMAGE_PATIENCE_MS = 120_000

export interface Sending {
  readonly send: typeof fetch
  readonly patienceMs?: number
  /** Makes one that is too large smaller. */
  readonly shrink?: (file: Blob) => Promise<Blob>
}

const answerSchema = z.object({ src: z.string() })

/**
 * Sends an image to the server, a large one made smaller; answers with the path it is shown from, or the reason it was
 * not taken. A server that has not answered within `patienceMs` counts as one out of reach.
 */
export async function uploadImage(
  address: string,
  file: Blob,
  { send, patienceMs = IMAGE_PATIENCE_MS, shrink = shrinkImage }: Sending,
): Promise<Result<string, ErrorCode>> {
  const image = await shrink(file)
  if (image.size > LIMITS.ASSET_BYTES) return err('too-large')
  try {
    const response = await send(address, {
      method: 'POST',
      body: image,
      headers: { 'content-type': image.type || 'application/octet-stream' },
      credentials: 'same-origin',
      signal: AbortSignal.timeout(patienceMs),
    })
    const body: unknown = await response.json()
    const answer = answerSchema.safeParse(body)
    if (response.ok && answer.success) return ok(answer.data.src)
    return err(refusalCodeOf(body))
  } catch {
    // No network, or something between here and the server that answers no JSON.
    return err('unreachable')
  }
}

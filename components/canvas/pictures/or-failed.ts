import { err, type Result } from '@/lib/result'
import type { PictureFailure } from '../../board/canvas/canvas-pictures'

/** Makes something of a picture; whatever is thrown on the way makes it `failed`, or `cancelled` where it was given up. */
export async function orFailed<Value>(
  signal: AbortSignal,
  make: () => Promise<Result<Value, PictureFailure>>,
): Promise<Result<Value, PictureFailure>> {
  try {
    return await make()
  } catch {
    return err(signal.aborted ? 'cancelled' : 'failed')
  }
}

import { AppError } from '@/lib/errors'

/** The one refusal of every storage: nothing was written, the same may be tried again. */
export function storageFailed(logMessage: string, cause?: unknown): AppError {
  return new AppError('storage-failed', logMessage, { cause })
}

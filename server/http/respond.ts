import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { AppError, ERRORS } from '@/lib/errors'
import type { Log } from '../log'

/** Turns whatever was thrown into the one form of refusal: `{error: {code, message, details?}}`. */
export function respondWithError(context: Context, thrown: unknown, log: Log): Response {
  const error =
    thrown instanceof AppError ? thrown : new AppError('internal', 'unexpected failure', { cause: thrown })
  const { httpStatus, sentence, ours } = ERRORS[error.code]
  const facts = {
    code: error.code,
    reason: error.message,
    method: context.req.method,
    route: context.req.routePath,
  }
  if (ours) log.error('request.failed', { ...facts, cause: error.cause })
  else if (error.code === 'request-aborted') log.info('request.aborted', facts)
  else log.debug('request.refused', facts)
  const details = error.details === undefined ? {} : { details: error.details }
  return context.json(
    { error: { code: error.code, message: sentence, ...details } },
    httpStatus as ContentfulStatusCode,
  )
}

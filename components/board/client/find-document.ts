import type { Role } from '@/lib/access/roles'
import { ROLES } from '@/lib/access/roles'
import type { ErrorCode } from '@/lib/errors'
import { err, ok, type Result } from '@/lib/result'
import * as z from '@/lib/zod'
import { refusalCodeOf } from './refusal-code'

/** Which document a board has now, and what this person may do with it. */
export interface FoundDocument {
  readonly epoch: number
  readonly role: Role
}

/** A line that swallows everything never says so. */
const PATIENCE_MS = 15_000

const foundSchema = z.object({ epoch: z.number().int(), role: z.enum(ROLES) })

/** Asks the server which document a board has. Never rejects; `unreachable` where it cannot be reached. */
export async function findDocument(
  address: string,
  fetchImpl: typeof fetch,
  patienceMs = PATIENCE_MS,
): Promise<Result<FoundDocument, ErrorCode>> {
  try {
    const signal = AbortSignal.timeout(patienceMs)
    const response = await fetchImpl(address, { credentials: 'same-origin', cache: 'no-store', signal })
    const body: unknown = await response.json()
    const found = foundSchema.safeParse(body)
    if (response.ok && found.success) return ok(found.data)
    return err(refusalCodeOf(body))
  } catch {
    return err('unreachable')
  }
}

import type { Context } from 'hono'
import type { BoardAction } from '@/lib/access/roles'
import { cookieOf } from './cookie-of'
import type { ApiParts } from './parts'

/** Who asks for a change of a board as a whole, of its links or its people, and of which; refuses those who change too often. */
export async function requireChange(
  { visitors, intake }: Pick<ApiParts, 'visitors' | 'intake'>,
  context: Context,
  { boardId, action }: { readonly boardId: string; readonly action: BoardAction },
) {
  const found = await visitors.require(cookieOf(context), boardId, action)
  intake.admitChange(found.person.id)
  return found
}

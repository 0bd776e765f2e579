import type { Step } from '@/lib/board/step'
import type { BoardClient } from '../board-client'
import { mayEdit } from '../client/commands/may-edit'

/** Takes this one step back, and no other in its stead. Answers whether it did; where not, the person is told why. */
export function takeBack(
  client: Pick<BoardClient, 'undo' | 'canEdit' | 'me' | 'tell'>,
  step: Step | null,
): boolean {
  if (!mayEdit(client)) return false
  if (step && client.undo.undo(step)) return true
  client.tell({
    tone: 'attention',
    sentence: 'This cannot be taken back any more: all of it was changed since.',
  })
  return false
}

import type { InitiativeId } from '@/lib/ids'
import { titleLabel } from '@/lib/board/title-label'
import type { BoardClient } from '../../board/board-client'
import { choiceWords, placeAsChosen, type Choice } from './choice'

interface Named {
  readonly id: InitiativeId
  readonly title: string
}

/** Places a card by keyboard and says where it went. */
export function placeFromTray(client: BoardClient, { id, title }: Named, choice: Choice): void {
  placeAsChosen(client, id, choice)
  // A refusal has been told already.
  const isThere = client.view
    .placements(id)
    .get()
    .some(({ instanceId }) => instanceId === choice.instanceId)
  if (isThere) client.tell({ tone: 'info', sentence: `“${titleLabel(title)}” is ${choiceWords(choice)}.` })
}

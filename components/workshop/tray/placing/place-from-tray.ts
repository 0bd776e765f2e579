import type { InitiativeId } from '@/lib/ids'
import { cardShapeId } from '@/lib/board/layout'
import { titleLabel } from '@/lib/board/initiatives/title-label'
import type { BoardClient } from '../../../board/board-client'
import { choiceWords, placeAsChosen, type Choice } from './choice'

interface Named {
  readonly id: InitiativeId
  readonly title: string
}

/** Places a card by keyboard or menu, says where it went and offers to go there. */
export function placeFromTray(client: BoardClient, { id, title }: Named, choice: Choice): void {
  const before = client.notice.get()
  placeAsChosen(client, id, choice)
  // A refusal has been told already, and so has that it was another team's.
  const isThere = client.view
    .placements(id)
    .get()
    .some(({ instanceId }) => instanceId === choice.instanceId)
  if (!isThere || client.notice.get() !== before) return
  client.tell({
    tone: 'info',
    sentence: `“${titleLabel(title)}” is ${choiceWords(choice)}.`,
    show: () => client.canvas.get()?.showShape(cardShapeId(id, choice.instanceId)),
  })
}

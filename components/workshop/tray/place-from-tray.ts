import type { InitiativeId } from '@/lib/ids'
import type { BoardClient } from '../../board/board-client'
import type { Choice } from './placing-choices'

interface Named {
  readonly id: InitiativeId
  readonly title: string
}

/** Places a card by keyboard and says where it went. */
export function placeFromTray(client: BoardClient, { id, title }: Named, choice: Choice): void {
  const { curve, x, words, instanceId } = choice
  client.commands.placeOnCurve(id, instanceId, { curveId: curve.id, ...(x !== null && { x }) })
  // A refusal has been told already.
  if (client.view.unplaced.get().includes(id)) return
  client.tell({ tone: 'info', sentence: `“${title}” is on ${curve.name}, ${words}.` })
}

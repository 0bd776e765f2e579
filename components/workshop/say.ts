import type { BoardClient, Notice } from '../board/board-client'

/** Tells the person something once. */
export function say(client: Pick<BoardClient, 'tell'>, notice: Omit<Notice, 'id'>): void {
  client.tell(notice)
}

/** `1 card`, `2 cards`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`
}

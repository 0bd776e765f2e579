import type { BoardClient, Notice } from '../board/board-client'

let lastId = 1_000_000

/** Tells the person something once. The ids start far from those the board itself gives out. */
export function say(client: Pick<BoardClient, 'notice'>, notice: Omit<Notice, 'id'>): void {
  lastId += 1
  client.notice.set({ id: lastId, ...notice })
}

/** `1 card`, `2 cards`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`
}

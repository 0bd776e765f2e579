import { DAY_MS } from '../time-spans'

/** How long a deleted board can be brought back. */
export const RESTORABLE_DAYS = 30

/** Until when (Unix milliseconds) a board deleted at this time can be brought back. */
export function restorableUntil(deletedAt: number): number {
  return deletedAt + RESTORABLE_DAYS * DAY_MS
}

/** Boards deleted at this time (Unix milliseconds) or before cannot be brought back any more. */
export function lostUntil(now: number): number {
  return now - RESTORABLE_DAYS * DAY_MS
}

/** How many days are left to bring a board back, begun days counted whole; 0 when it is too late. */
export function daysLeft(deletedAt: number, now: number): number {
  return Math.max(0, Math.ceil((restorableUntil(deletedAt) - now) / DAY_MS))
}

import type { InitiativeId, InstanceId } from '../ids'

/** Positions nearer to each other than this count as one spot. */
const SAME_SPOT = 0.005

/** A card snapped to a curve, before it is laid out. */
export interface SnappedCard {
  readonly initiativeId: InitiativeId
  readonly instanceId: InstanceId
  readonly target: string
  readonly x: number
}

/**
 * Numbers the cards that share a spot, from 0, by initiative id. The answer depends on the cards alone, never on
 * their order, so that everybody sees the same fan.
 */
export function fanNumbers<Card extends SnappedCard>(cards: readonly Card[]): Map<Card, number> {
  const sorted = [...cards].sort(
    (one, other) =>
      compare(one.instanceId, other.instanceId) ||
      compare(one.target, other.target) ||
      one.x - other.x ||
      compare(one.initiativeId, other.initiativeId),
  )
  const numbers = new Map<Card, number>()
  let spot: Card[] = []
  const close = (): void => {
    spot.sort((one, other) => compare(one.initiativeId, other.initiativeId))
    spot.forEach((card, number) => numbers.set(card, number))
  }
  for (const card of sorted) {
    const first = spot[0]
    if (first && sharesSpot(first, card)) spot.push(card)
    else {
      close()
      spot = [card]
    }
  }
  close()
  return numbers
}

function sharesSpot(one: SnappedCard, other: SnappedCard): boolean {
  const sameCurve = one.instanceId === other.instanceId && one.target === other.target
  return sameCurve && Math.abs(other.x - one.x) <= SAME_SPOT
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

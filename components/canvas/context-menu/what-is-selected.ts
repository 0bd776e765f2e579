import type { TLShape } from 'tldraw'
import { isCard, type CardShape } from '../shapes/shape-types'
import {
  isInteraction,
  isTeam,
  pairOf,
  type InteractionShape,
  type TeamPair,
  type TeamShape,
} from '../teams/team-shapes'

/** What a menu is about. */
export type Selected =
  | { readonly kind: 'board' }
  | { readonly kind: 'cards'; readonly cards: readonly CardShape[] }
  | { readonly kind: 'team'; readonly team: TeamShape }
  | { readonly kind: 'pair'; readonly teams: TeamPair }
  | { readonly kind: 'interaction'; readonly interaction: InteractionShape }
  /** Notes, drawings, texts, arrows and pictures: people lay them over each other as they like. */
  | { readonly kind: 'drawings'; readonly shapes: readonly TLShape[] }
  | { readonly kind: 'mixture'; readonly shapes: readonly TLShape[] }

/** Says what kind of thing these selected shapes are. */
export function whatIsSelected(shapes: readonly TLShape[]): Selected {
  const [first] = shapes
  if (!first) return { kind: 'board' }
  if (shapes.every(isCard)) return { kind: 'cards', cards: shapes }
  const isOne = shapes.length === 1
  if (isOne && isTeam(first)) return { kind: 'team', team: first }
  if (isOne && isInteraction(first)) return { kind: 'interaction', interaction: first }
  const pair = pairOf(shapes)
  if (pair) return { kind: 'pair', teams: pair }
  return { kind: shapes.some(isOfTheBoard) ? 'mixture' : 'drawings', shapes }
}

/** These have their place in the order of the page from the board. */
function isOfTheBoard(shape: TLShape): boolean {
  return isCard(shape) || isTeam(shape) || isInteraction(shape)
}

import { INITIATIVE_LIMITS } from '@/lib/board/limits/initiative-limits'
import { splitTags } from '@/lib/board/initiatives/tags'

interface Tagged {
  readonly tags?: readonly string[]
}

/** The tags that every one of several initiatives has. */
export function sharedTags(initiatives: readonly Tagged[]): readonly string[] {
  const [first, ...rest] = initiatives
  return (first?.tags ?? []).filter((tag) => rest.every(({ tags }) => tags?.includes(tag)))
}

/** One initiative's tags after those it shares with the others changed; its own stay. */
export function changedTags(
  tags: readonly string[],
  shared: readonly string[],
  next: readonly string[],
): readonly string[] {
  const kept = tags.filter((tag) => !shared.includes(tag) || next.includes(tag))
  return splitTags([...kept, ...next].join(','))
}

/** Says how many of several initiatives have no room for what their shared tags are to be; null where all have. */
export function faultOfTags(initiatives: readonly Tagged[], next: readonly string[]): string | null {
  const shared = sharedTags(initiatives)
  const hasRoom = ({ tags = [] }: Tagged): boolean =>
    changedTags(tags, shared, next).length <= INITIATIVE_LIMITS.TAGS
  const full = initiatives.filter((one) => !hasRoom(one)).length
  if (full === 0) return null
  const most = `There is room for ${INITIATIVE_LIMITS.TAGS} tags`
  return `${most}, and ${full} of the ${initiatives.length} would have more.`
}

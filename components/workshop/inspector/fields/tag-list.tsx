'use client'

import { isTag, splitTags } from '@/lib/board/initiatives/tags'
import { INITIATIVE_LIMITS } from '@/lib/board/limits/initiative-limits'
import { ListField } from './list-field'

interface TagListProps {
  readonly tags: readonly string[]
  /** Says what else is wrong with tags before they are added; null where nothing is. */
  readonly faultOf?: (tags: readonly string[]) => string | null
  readonly onChange: (tags: readonly string[]) => void
}

const { TAGS, TAG_CHARACTERS } = INITIATIVE_LIMITS

/** Words an initiative is found by; several may be typed at once, with commas between. */
export function TagList({ tags, faultOf, onChange }: TagListProps) {
  const add = (text: string): string | null => {
    const all = splitTags([...tags, text].join(','))
    if (!all.every(isTag)) return `A tag has at most ${TAG_CHARACTERS} characters.`
    if (all.length > TAGS) return `There is room for ${TAGS} tags.`
    const fault = faultOf?.(all) ?? null
    if (fault === null) onChange(all)
    return fault
  }
  return (
    <ListField
      label="Tags"
      texts={tags}
      placeholder="Add a tag"
      onAdd={add}
      onRemove={(tag) => onChange(tags.filter((other) => other !== tag))}
    />
  )
}

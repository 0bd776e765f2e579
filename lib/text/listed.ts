/** `3 teams`, `3 teams and 2 notes`, `3 teams, 12 cards and 2 notes`. */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}

type Span = readonly [from: number, to: number]

/** How far a span has to move to lie inside another, with room around it where it had to move. */
export function shiftInto([from, to]: Span, [start, end]: Span, margin: number): number {
  if (to > end) return end - margin - to
  return from < start ? start + margin - from : 0
}

/** How far a span has to move to be seen in another where it lies wholly outside: its near end comes in. */
export function shiftToMeet([from, to]: Span, [start, end]: Span, margin: number): number {
  if (from >= end) return start + margin - from
  return to <= start ? end - margin - to : 0
}

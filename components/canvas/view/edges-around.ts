import type { Edges } from './edges-in-view'

/** The edges of the smallest box around all of these; null around nothing. */
export function edgesAround(all: readonly Edges[]): Edges | null {
  if (all.length === 0) return null
  return {
    left: Math.min(...all.map(({ left }) => left)),
    right: Math.max(...all.map(({ right }) => right)),
    top: Math.min(...all.map(({ top }) => top)),
    bottom: Math.max(...all.map(({ bottom }) => bottom)),
  }
}

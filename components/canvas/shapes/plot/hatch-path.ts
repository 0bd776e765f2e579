/** Diagonal hatching of a box as the `d` of one SVG path, its lines this many px apart and ending at the edges. */
export function hatchPath(box: { x: number; y: number; w: number; h: number }, gapPx: number): string {
  const lines: string[] = []
  for (let shift = gapPx; shift < box.w + box.h; shift += gapPx) {
    const fromX = Math.max(0, shift - box.h)
    const toX = Math.min(box.w, shift)
    const [fromY, toY] = [shift - fromX, shift - toX]
    lines.push(`M${box.x + fromX} ${box.y + fromY}L${box.x + toX} ${box.y + toY}`)
  }
  return lines.join('')
}

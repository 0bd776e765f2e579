import { encode } from 'uqr'

/** Light modules around the code, without which cameras do not find it. */
const QUIET_MODULES = 4

/** A QR code as the `d` of an SVG path, one unit a module, in a square of `size` units with its quiet edge. */
export function qrPath(text: string): { d: string; size: number } {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_MODULES })
  const rows = data.flatMap((row, y) =>
    runsOf(row).map(([from, to]) => `M${from} ${y}h${to - from}v1H${from}z`),
  )
  return { d: rows.join(''), size }
}

/** Where dark modules stand side by side: from the first to behind the last. */
function runsOf(row: readonly boolean[]): [from: number, to: number][] {
  const runs: [number, number][] = []
  row.forEach((isDark, at) => {
    const last = runs.at(-1)
    if (!isDark) return
    if (last && last[1] === at) last[1] = at + 1
    else runs.push([at, at + 1])
  })
  return runs
}

type Channels = readonly [number, number, number]

/** How colours look to eyes that lack one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1. */
export const EYES: Readonly<Record<string, readonly Channels[]>> = {
  'with all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}
const dot = (row: Channels, color: Channels): number =>
  row[0] * color[0] + row[1] * color[1] + row[2] * color[2]

function toLinear(hex: string): Channels {
  const channel = (at: number): number => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

function toOklab(color: Channels): Channels {
  const l = Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], color))
  const m = Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], color))
  const s = Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], color))
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], [l, m, s]),
    dot([1.9779984951, -2.428592205, 0.4505937099], [l, m, s]),
    dot([0.0259040371, 0.7827717662, -0.808675766], [l, m, s]),
  ]
}

/** The contrast of two colours as WCAG reckons it. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [one, other]
    .map((hex) => dot([0.2126, 0.7152, 0.0722], toLinear(hex)) + 0.05)
    .sort((a, b) => b - a) as [number, number]
  return light / dark
}

/** A colour as eyes of this kind see it, in OKLab. */
function seenBy(eye: readonly Channels[], hex: string): Channels {
  const color = toLinear(hex)
  return toOklab(eye.map((row) => Math.max(0, dot(row, color))) as unknown as Channels)
}

/** How far two colours are apart in OKLab for eyes of this kind. */
export function distance(eye: readonly Channels[], one: string, other: string): number {
  const [seen, seenToo] = [seenBy(eye, one), seenBy(eye, other)]
  return Math.hypot(seen[0] - seenToo[0], seen[1] - seenToo[1], seen[2] - seenToo[2])
}

/** How far each two of these colours are apart. */
export function distances(eye: readonly Channels[], colors: readonly string[]): number[] {
  return colors.flatMap((one, at) => colors.slice(at + 1).map((other) => distance(eye, one, other)))
}

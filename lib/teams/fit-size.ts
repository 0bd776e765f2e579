import { clamp } from '../clamp'
import type { Size } from '../geometry/size'
import type { InteractionModeId } from './interaction-modes'
import type { TeamTypeId } from './team-types'

interface SizeRule {
  readonly least: Size
  readonly most: Size
  /** Which way the shape lies; `even` keeps width and height equal. */
  readonly lies: 'across' | 'upright' | 'even' | 'freely'
}

const WIDE: Omit<SizeRule, 'lies'> = { least: { w: 120, h: 40 }, most: { w: 1_600, h: 320 } }

const RULES: Readonly<Record<TeamTypeId | InteractionModeId, SizeRule>> = {
  'stream-aligned': { ...WIDE, lies: 'across' },
  platform: { ...WIDE, lies: 'across' },
  'undefined-team': { ...WIDE, lies: 'across' },
  enabling: { least: { w: 64, h: 96 }, most: { w: 400, h: 1_200 }, lies: 'upright' },
  'complicated-subsystem': { least: { w: 96, h: 72 }, most: { w: 800, h: 600 }, lies: 'freely' },
  collaboration: { least: { w: 60, h: 32 }, most: { w: 800, h: 600 }, lies: 'freely' },
  'x-as-a-service': { least: { w: 40, h: 40 }, most: { w: 600, h: 600 }, lies: 'freely' },
  facilitating: { least: { w: 48, h: 48 }, most: { w: 600, h: 600 }, lies: 'even' },
}

/** The size (px) nearest to the wanted one that a shape of this kind may have. */
export function fitSize(kind: TeamTypeId | InteractionModeId, wanted: Size): Size {
  const { least, most, lies } = RULES[kind]
  const w = clamp(wanted.w, least.w, most.w)
  const h = clamp(wanted.h, least.h, most.h)
  switch (lies) {
    case 'across':
      return { w, h: Math.min(h, w) }
    case 'upright':
      return { w: Math.min(w, h), h }
    case 'even':
      return { w: Math.max(w, h), h: Math.max(w, h) }
    case 'freely':
      return { w, h }
  }
}

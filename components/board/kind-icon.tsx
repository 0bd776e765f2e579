import { interactionModeOf, type InteractionModeId } from '@/lib/teams/interaction-modes'
import { outlineOf } from '@/lib/teams/outline'
import { teamTypeOf, type TeamTypeId } from '@/lib/teams/team-types'
import type { Size } from '@/lib/geometry/size'

const BOX_PX = { w: 20, h: 16 }

const SIZES: Readonly<Record<TeamTypeId | InteractionModeId, Size>> = {
  'stream-aligned': { w: 18, h: 9 },
  platform: { w: 18, h: 9 },
  'undefined-team': { w: 18, h: 9 },
  enabling: { w: 9, h: 14 },
  'complicated-subsystem': { w: 13, h: 13 },
  collaboration: { w: 18, h: 10 },
  'x-as-a-service': { w: 14, h: 13 },
  facilitating: { w: 14, h: 14 },
}

/** The outline of a kind as small as a letter, in its colours. */
export function KindIcon(
  props: { readonly team: TeamTypeId } | { readonly mode: InteractionModeId },
): React.ReactNode {
  const kind = 'team' in props ? props.team : props.mode
  const { paint } = 'team' in props ? teamTypeOf(props.team) : interactionModeOf(props.mode)
  const size = SIZES[kind]
  return (
    <svg width={BOX_PX.w} height={BOX_PX.h} viewBox={`0 0 ${BOX_PX.w} ${BOX_PX.h}`} aria-hidden="true">
      <path
        d={outlineOf(kind, size).path}
        transform={`translate(${(BOX_PX.w - size.w) / 2} ${(BOX_PX.h - size.h) / 2})`}
        fill={paint.fill}
        stroke={paint.line}
        strokeWidth={1.5}
        {...(paint.dash ? { strokeDasharray: '2 1.5' } : {})}
      />
    </svg>
  )
}

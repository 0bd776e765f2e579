import type { Box } from '../geometry/box'
import type { InstanceId } from '../ids'
import type { InteractionModeId } from '../teams/interaction-modes'
import type { TeamTypeId } from '../teams/team-types'

/** One initiative of a sample, and where it stands; without `on` it waits in the tray. */
export interface SampleInitiative {
  readonly key: string
  readonly title: string
  readonly team: string
  /** Person-weeks. */
  readonly effort: number
  readonly on?: { readonly curve: string; readonly x: number }
  /** Its card also stands on its team, where the sample has a map with that team. */
  readonly carried?: true
}

/** A team of a sample on its map, by the name initiatives give. Px from the map's top left corner. */
export interface SampleTeam {
  readonly name: string
  readonly type: TeamTypeId
  readonly box: Box
}

/** How two teams of a sample work with each other, its centre in px from the map's top left corner. */
export interface SampleInteraction {
  readonly mode: InteractionModeId
  /** With a service: who provides, then who uses it. */
  readonly teams: readonly [from: string, to: string]
  readonly centre: readonly [x: number, y: number]
}

/** A template of a sample and where its top left corner stands, in page px. */
export interface SampleTemplate {
  readonly id: InstanceId
  readonly templateId: string
  readonly place: readonly [x: number, y: number]
}

/** A board that shows what Contour is for, as data. */
export interface Sample {
  readonly id: string
  readonly title: string
  /** The first one is the board's own; initiatives stand on it. */
  readonly templates: readonly [SampleTemplate, ...SampleTemplate[]]
  readonly initiatives: readonly SampleInitiative[]
  /** Teams on one of the templates. */
  readonly map?: {
    readonly instanceId: InstanceId
    readonly teams: readonly SampleTeam[]
    readonly interactions: readonly SampleInteraction[]
  }
}

import type { Atom } from '@tldraw/state'
import type { AbsentTeam } from '@/lib/board/places/teams/absent-teams'
import type { Box } from '@/lib/geometry/box'
import type { InstanceId, InteractionId, TeamId } from '@/lib/ids'
import type { InteractionModeId } from '@/lib/teams/interaction-modes'
import type { TeamTypeId } from '@/lib/teams/team-types'

/** A question to the person: which two teams does this interaction join? */
export interface AskedTeams {
  /** The interaction that stands already; null for one that is made by the answer. */
  readonly id: InteractionId | null
  readonly mode: InteractionModeId
  readonly instanceId: InstanceId
  /** The teams it is likely about, most likely first. */
  readonly likely: readonly TeamId[]
}

/** What a person can do with teams besides moving and naming them; every one is one undo step. None throws. */
export interface TeamCommands {
  /** Waits for an answer; null while there is no question. */
  readonly asked: Atom<AskedTeams | null>
  /** Stands a new, undefined team on a map; answers with its shape, null where it was refused. */
  addTeam(instanceId: InstanceId, box: Box): string | null
  /**
   * Stands teams that initiatives name on a map, as undefined where the board has none of that name; answers with their
   * shapes, none where it was refused.
   */
  addAbsent(instanceId: InstanceId, teams: readonly (AbsentTeam & { readonly box: Box })[]): readonly string[]
  setType(id: TeamId, type: TeamTypeId): void
  /**
   * To be called before a team is called otherwise: it keeps the initiatives that are its own by its name alone. It
   * changes nothing that is seen, so it is no undo step.
   */
  keepNamesakes(id: TeamId): void
  /**
   * Makes an interaction: between the two teams named, else between the two its shape would lie on with its centre at
   * this page point, else after a question. Answers with its shape, null where there is none yet.
   */
  addInteraction(given: {
    readonly mode: InteractionModeId
    readonly instanceId: InstanceId
    readonly teams: readonly TeamId[]
    readonly at: { readonly x: number; readonly y: number }
  }): string | null
  setMode(id: InteractionId, mode: InteractionModeId): void
  /** Lets the other team be the one that uses what is provided. */
  swap(id: InteractionId): void
  /** Asks which two teams an interaction joins. */
  askTeams(id: InteractionId): void
  /** Answers the question; null takes it back. Answers with the interaction's shape, null where there is none. */
  answer(teams: { readonly from: TeamId; readonly to: TeamId } | null): string | null
}

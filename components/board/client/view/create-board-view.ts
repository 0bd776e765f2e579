import { atom, computed, transact, type Atom, type Signal } from '@tldraw/state'
import {
  CANVAS_INSTANCE,
  parsePlacementKey,
  teamOfTarget,
  type BoardDocument,
  type Initiative,
  type Placement,
} from '@/lib/board/layout'
import { curveOfTarget } from '@/lib/board/places/curve-target'
import { listInitiatives, listInstances, readInitiative, readPlacement } from '@/lib/board/read'
import { sameJson } from '@/lib/board/units'
import type { InitiativeId, InstanceId } from '@/lib/ids'
import { findTemplate } from '@/lib/templates/catalogue'
import { isTeamMap } from '@/lib/templates/is-team-map'
import type { BoardView, PlacedAt } from '../../board-client'
import { changedKeys, type DeepEvent } from '../../store/changed-keys'
import { createTeamHues } from './create-team-hues'
import { createTeamView } from './create-team-view'

type Places = ReadonlyMap<InstanceId, Placement>
const NOWHERE: Places = new Map()

/** Reads the document into signals and keeps them; `stop` ends that. */
export function createBoardView(board: BoardDocument): BoardView & { stop(): void } {
  const view = new DocumentView(board)
  const { start: followTeams, ...teams } = createTeamView(board, view)
  const hues = createTeamHues(board)
  const stops = [view.start(), followTeams(), hues.start()]
  return {
    initiatives: view.initiatives,
    unplaced: view.unplaced,
    onMapOnly: view.onMapOnly,
    instances: view.instances,
    initiative: (id) => view.initiative(id),
    placements: (id) => view.placements(id),
    setAside: atom('set aside', 0),
    ...teams,
    teamHues: hues.teamHues,
    stop: () => stops.forEach((stop) => stop()),
  }
}

class DocumentView {
  readonly initiatives: Atom<readonly InitiativeId[]>
  readonly instances
  readonly unplaced: Signal<readonly InitiativeId[]>
  readonly onMapOnly: Signal<readonly InitiativeId[]>
  private readonly board: BoardDocument
  private readonly entities = new Map<InitiativeId, Atom<Initiative | null>>()
  private readonly places = new Map<InitiativeId, Atom<Places>>()
  private readonly placed = new Map<InitiativeId, Signal<readonly PlacedAt[]>>()
  /** Goes up with every change of a placement: one signal to ask instead of two thousand. */
  private readonly placementCount = atom('placement changes', 0)

  constructor(board: BoardDocument) {
    this.board = board
    this.initiatives = atom('initiatives', idsOf(board), { isEqual: sameJson })
    this.instances = atom('instances', listInstances(board), { isEqual: sameJson })
    this.readPlacements(board.placements.keys())
    this.unplaced = computed(
      'unplaced',
      () => {
        this.placementCount.get()
        const standing = this.standing()
        return this.initiatives.get().filter((id) => {
          const places = this.places.get(id)?.get() ?? NOWHERE
          return ![...places.keys()].some((instanceId) => standing.has(instanceId))
        })
      },
      { isEqual: sameJson },
    )
    this.onMapOnly = computed(
      'on a map only',
      () => {
        this.placementCount.get()
        const kind = this.hasCurves() ? curveOfTarget : teamOfTarget
        const maps = new Set(
          this.instances
            .get()
            .filter(isTeamMap)
            .map(({ id }) => id),
        )
        const standing = this.standing()
        return this.initiatives.get().filter((id) => {
          const places = [...(this.places.get(id)?.get() ?? NOWHERE)].filter(([at]) => standing.has(at))
          return places.some(([at]) => maps.has(at)) && !places.some(([, { target }]) => kind(target))
        })
      },
      { isEqual: sameJson },
    )
  }

  initiative(id: InitiativeId): Signal<Initiative | null> {
    return ensure(this.entities, id, () =>
      atom<Initiative | null>(`initiative ${id}`, readLiving(this.board, id), { isEqual: sameJson }),
    )
  }

  placements(id: InitiativeId): Signal<readonly PlacedAt[]> {
    return ensure(this.placed, id, () => {
      const places = this.placesOf(id)
      return computed<readonly PlacedAt[]>(
        `placements ${id}`,
        () => {
          const standing = this.standing()
          const all = [...places.get()].map(([instanceId, placement]) => ({ instanceId, placement }))
          return all.filter(({ instanceId }) => standing.has(instanceId))
        },
        { isEqual: sameJson },
      )
    })
  }

  /** Follows the document; answers with the undo. */
  start(): () => void {
    const { board } = this
    const onInitiatives = (events: DeepEvent[]): void => this.initiativesChanged(changedKeys(events))
    const onInstances = (): void => void this.instances.set(listInstances(board))
    const onPlacements = (event: { keysChanged: ReadonlySet<string> }): void =>
      this.readPlacements(event.keysChanged)
    const onTeams = (events: DeepEvent[]): void => this.teamsChanged(changedKeys(events).ids)
    board.initiatives.observeDeep(onInitiatives)
    board.teams.observeDeep(onTeams)
    board.instances.observeDeep(onInstances)
    board.placements.observe(onPlacements)
    return () => {
      board.initiatives.unobserveDeep(onInitiatives)
      board.teams.unobserveDeep(onTeams)
      board.instances.unobserveDeep(onInstances)
      board.placements.unobserve(onPlacements)
    }
  }

  private hasCurves(): boolean {
    return this.instances.get().some(({ templateId }) => (findTemplate(templateId)?.plots.length ?? 0) > 0)
  }

  private standing(): ReadonlySet<InstanceId> {
    return new Set([CANVAS_INSTANCE, ...this.instances.get().map(({ id }) => id)])
  }

  private initiativesChanged({ ids, fields }: ReturnType<typeof changedKeys>): void {
    transact(() => {
      for (const id of ids as Set<InitiativeId>) this.entities.get(id)?.set(readLiving(this.board, id))
      if (fields.has(null) || fields.has('deleted')) this.initiatives.set(idsOf(this.board))
    })
  }

  /** An initiative says what its team is called. */
  private teamsChanged(teams: ReadonlySet<string>): void {
    transact(() => {
      for (const [id, initiative] of this.entities) {
        const teamId: unknown = this.board.initiatives.get(id)?.get('teamId')
        if (typeof teamId === 'string' && teams.has(teamId)) initiative.set(readLiving(this.board, id))
      }
    })
  }

  private readPlacements(keys: Iterable<string>): void {
    const changes = new Map<InitiativeId, Map<InstanceId, Placement>>()
    for (const key of keys) {
      const ids = parsePlacementKey(key)
      if (!ids) continue
      const places = ensure(changes, ids.initiativeId, () => new Map(this.placesOf(ids.initiativeId).get()))
      const placement = readPlacement(this.board, key)
      if (placement) places.set(ids.instanceId, placement)
      else places.delete(ids.instanceId)
    }
    transact(() => {
      for (const [id, places] of changes) this.placesOf(id).set(places)
      this.placementCount.update((count) => count + 1)
    })
  }

  private placesOf(id: InitiativeId): Atom<Places> {
    return ensure(this.places, id, () => atom<Places>(`places ${id}`, NOWHERE))
  }
}

function idsOf(board: BoardDocument): readonly InitiativeId[] {
  return listInitiatives(board).map(({ id }) => id)
}

function readLiving(board: BoardDocument, id: InitiativeId): Initiative | null {
  const initiative = readInitiative(board, id)
  return initiative && !initiative.deleted ? initiative : null
}

function ensure<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const created = create()
  map.set(key, created)
  return created
}

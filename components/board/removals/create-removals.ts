import { atom, computed, type Signal } from '@tldraw/state'
import { can } from '@/lib/access/roles'
import type { ChangedThing } from '@/lib/board/changes/changed-things'
import { hearRemovals, type Removal } from '@/lib/board/changes/hear-removals'
import { recordOf } from '@/lib/board/changes/record-of'
import { revertStepOfOthers } from '@/lib/board/operations/revert-step'
import type { Step } from '@/lib/board/step'
import type { PresenceUser } from '@/lib/sync/presence'
import { mayEdit, type CommandParts } from '../client/commands/may-edit'
import type { Clock } from '../sync/clock'
import { revertInUpdates } from '../undo/revert-in-updates'
import { mergeSteps } from '../undo/merge-steps'
import { byPerson, type PersonsRemoval } from './by-person'
import { countOfOthers } from './count-of-others'
import { isGone } from './is-gone'
import { madeBy } from './made-by'
import { MANY_THINGS } from './many-things'
import { putBackOrder } from './put-back-order'
import type { LargeRemoval, Removals } from './removals'
import { staysOnMap, takenThings } from './taken-things'

/** What comes within this belongs together: much is written in several updates. */
const WITHIN_MS = 3_000
const MOST_LARGE = 8
/** A refusal and what the server does by it come close together, either first. */
const REFUSAL_HOLDS_MS = 10_000

interface RemovalsParts extends Pick<CommandParts, 'board' | 'me' | 'canEdit' | 'author' | 'tell' | 'undo'> {
  readonly clock: Pick<Clock, 'now'>
  /** Before the whole board has come, what goes is only this browser's old copy. */
  readonly isSynced: Signal<boolean>
  isFromOthers(origin: unknown): boolean
  userOf(clientId: number): PresenceUser | null
  readonly people: Signal<readonly PresenceUser[]>
}

/** What one person took away, one thing soon after the other. */
interface Kept extends LargeRemoval {
  readonly personId: string | null
  readonly at: number
  readonly step: Step
  /** Once it was, it stays so until all of it is back. */
  readonly isLarge: boolean
}

/** Removals with the side that faces the connection. */
export interface ConnectedRemovals extends Removals {
  /** The server put back this `<root>/<id>` of mine: what goes by that nobody took away. */
  refused(record: string): void
  stop(): void
}

/** Watches what others take off the board for whoever may put it back; `stop` ends that. */
export function createRemovals(parts: RemovalsParts): ConnectedRemovals {
  const watch = new RemovalWatch(parts)
  return {
    latest: watch.latest,
    putBack: () => watch.putBack(),
    dismiss: () => watch.dismiss(),
    refused: (record) => watch.refused(record),
    stop: () => watch.stop(),
  }
}

class RemovalWatch {
  readonly latest: Signal<Kept | null>
  private readonly parts: RemovalsParts
  private readonly kept = atom<readonly Kept[]>('kept removals', [])
  private readonly undos: (() => void)[]
  private readonly refusedAt = new Map<string, number>()
  private lastId = 0

  constructor(parts: RemovalsParts) {
    this.parts = parts
    this.latest = computed('latest removal', () =>
      this.mayPutBack() ? (this.kept.get().findLast(({ isLarge }) => isLarge) ?? null) : null,
    )
    const lookAgain = (): void => this.lookAgain()
    parts.board.doc.on('afterTransaction', lookAgain)
    this.undos = [
      hearRemovals(parts.board, {
        isFromOthers: (origin) => parts.isFromOthers(origin),
        hear: (removals) => this.take(removals),
      }),
      () => parts.board.doc.off('afterTransaction', lookAgain),
    ]
  }

  putBack(): void {
    const { board, author, undo } = this.parts
    const removal = this.latest.get()
    if (!removal || !mayEdit(this.parts)) return
    undo.push(
      revertInUpdates(putBackOrder(removal.step), (part) => revertStepOfOthers(board, author('undo'), part)),
    )
    this.drop(removal.id)
  }

  dismiss(): void {
    const removal = this.latest.get()
    if (removal) this.drop(removal.id)
  }

  stop(): void {
    for (const undo of this.undos.splice(0)) undo()
    this.kept.set([])
  }

  refused(record: string): void {
    for (const [other] of this.refusedAt) if (!this.isRefused(other)) this.refusedAt.delete(other)
    this.refusedAt.set(record, this.parts.clock.now())
    this.lookAgain()
  }

  private isRefused(record: string): boolean {
    const at = this.refusedAt.get(record)
    return at !== undefined && this.parts.clock.now() - at < REFUSAL_HOLDS_MS
  }

  private mayPutBack(): boolean {
    return can(this.parts.me.get().role, 'manage')
  }

  private take(removals: readonly Removal[]): void {
    const { isSynced, people, userOf } = this.parts
    if (!isSynced.get()) return
    const mine = this.parts.me.get().personId
    const taken = removals.filter(({ change }) => !this.isRefused(recordOf(change)))
    for (const removal of byPerson(taken, { userOf, people: people.get() }))
      if (removal.personId !== mine) this.keep(removal)
  }

  private keep({ personId, name, step }: PersonsRemoval): void {
    const at = this.parts.clock.now()
    const isRecent = (one: Kept): boolean => at - one.at < WITHIN_MS
    const earlier = this.kept.get().findLast((one) => one.personId === personId && isRecent(one))
    const whole = earlier ? mergeSteps([earlier.step, step]) : step
    const things = takenThings(this.parts.board, whole)
    const next = {
      id: earlier?.id ?? ++this.lastId,
      ...{ at, personId, things, step: whole },
      name: name ?? earlier?.name ?? null,
      isLarge: earlier?.isLarge === true || this.countOfOthers(personId, things) >= MANY_THINGS,
    }
    const others = this.kept.get().filter((one) => one !== earlier)
    const large = others.filter(({ isLarge }) => isLarge).slice(-MOST_LARGE)
    const small = others.filter((one) => !one.isLarge && isRecent(one))
    this.kept.set([...large, ...small, next])
  }

  private countOfOthers(takerId: string | null, things: readonly ChangedThing[]): number {
    const { board, me, people } = this.parts
    const others = people.get().filter(({ personId }) => personId !== me.get().personId)
    return countOfOthers(
      things.map((thing) => madeBy(board, thing)),
      { takerId, others },
    )
  }

  /** Somebody may have put it back themselves, some or all. */
  private lookAgain(): void {
    const before = this.kept.get()
    const after = before.flatMap((one) => {
      const step = one.step.filter(
        (change) => isGone(this.parts.board, change) && !this.isRefused(recordOf(change)),
      )
      if (step.length === one.step.length) return [one]
      return step.every(staysOnMap) ? [] : [{ ...one, step, things: takenThings(this.parts.board, step) }]
    })
    const isSame = after.length === before.length && after.every((one, at) => one === before[at])
    if (!isSame) this.kept.set(after)
  }

  private drop(id: number): void {
    this.kept.update((kept) => kept.filter((one) => one.id !== id))
  }
}

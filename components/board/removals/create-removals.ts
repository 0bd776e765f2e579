import { atom, computed, type Signal } from '@tldraw/state'
import { can } from '@/lib/access/roles'
import { changedThings, type ChangedThing } from '@/lib/board/changes/changed-things'
import { hearRemovals, type Removal } from '@/lib/board/changes/hear-removals'
import type { BoardDocument } from '@/lib/board/layout'
import { revertStepOfOthers } from '@/lib/board/operations/undo'
import type { Step, StepChange } from '@/lib/board/step'
import type { PresenceUser } from '@/lib/sync/presence'
import { mayEdit, type CommandParts } from '../client/may-edit'
import type { Clock } from '../sync/clock'
import { revertInUpdates } from '../undo/revert-in-updates'
import { mergeSteps } from '../undo/merge-steps'
import { byPerson, type PersonsRemoval } from './by-person'
import { isGone } from './is-gone'
import { madeBy } from './made-by'
import { putBackOrder } from './put-back-order'
import type { LargeRemoval, Removals } from './removals'

/** So many things of other people at once are worth a word to whoever runs the workshop. */
export const MANY_THINGS = 5
/** What comes within this belongs together: much is written in several updates. */
const WITHIN_MS = 3_000
const MOST_KEPT = 8

interface RemovalsParts extends Pick<CommandParts, 'board' | 'me' | 'canEdit' | 'author' | 'tell' | 'undo'> {
  readonly clock: Pick<Clock, 'now'>
  /** Before the whole board has come, what goes is only this browser's old copy. */
  readonly isSynced: Signal<boolean>
  userOf(clientId: number): PresenceUser | null
  readonly people: Signal<readonly PresenceUser[]>
}

/** What one person took away, one thing soon after the other. */
interface Kept extends LargeRemoval {
  readonly personId: string | null
  readonly at: number
  readonly step: Step
}

/** Watches what others take off the board for whoever may put it back; `stop` ends that. */
export function createRemovals(parts: RemovalsParts): Removals & { stop(): void } {
  const watch = new RemovalWatch(parts)
  return {
    latest: watch.latest,
    putBack: () => watch.putBack(),
    dismiss: () => watch.dismiss(),
    stop: () => watch.stop(),
  }
}

class RemovalWatch {
  readonly latest: Signal<LargeRemoval | null>
  private readonly parts: RemovalsParts
  private readonly kept = atom<readonly Kept[]>('kept removals', [])
  private readonly undos: (() => void)[]
  private lastId = 0

  constructor(parts: RemovalsParts) {
    this.parts = parts
    this.latest = computed('latest removal', () =>
      this.mayPutBack() ? (this.kept.get().findLast((one) => this.isLarge(one)) ?? null) : null,
    )
    const lookAgain = (): void => this.lookAgain()
    parts.board.doc.on('afterTransaction', lookAgain)
    this.undos = [
      hearRemovals(parts.board, (removals) => this.take(removals)),
      () => parts.board.doc.off('afterTransaction', lookAgain),
    ]
  }

  putBack(): void {
    const { board, author, undo } = this.parts
    const removal = this.latest.get() as Kept | null
    if (!removal || !mayEdit(this.parts)) return
    const step = putBackOrder(removal.step.filter((change) => isGone(board, change)))
    undo.push(revertInUpdates(step, (part) => revertStepOfOthers(board, author('undo'), part)))
    this.drop(removal.id)
  }

  dismiss(): void {
    const removal = this.latest.get()
    if (removal) this.drop(removal.id)
  }

  stop(): void {
    for (const undo of this.undos) undo()
    this.kept.set([])
  }

  private mayPutBack(): boolean {
    return can(this.parts.me.get().role, 'manage')
  }

  private isLarge({ personId, things }: Kept): boolean {
    const ofOthers = things.filter(
      (thing) => personId === null || madeBy(this.parts.board, thing) !== personId,
    )
    return ofOthers.length >= MANY_THINGS
  }

  private take(removals: readonly Removal[]): void {
    const { isSynced, people, userOf } = this.parts
    if (!isSynced.get() || !this.mayPutBack()) return
    const mine = this.parts.me.get().personId
    for (const removal of byPerson(removals, { userOf, people: people.get() }))
      if (removal.personId !== mine) this.keep(removal)
  }

  private keep({ personId, name, step }: PersonsRemoval): void {
    const at = this.parts.clock.now()
    const earlier = this.kept.get().findLast((one) => one.personId === personId && at - one.at < WITHIN_MS)
    const whole = earlier ? mergeSteps([earlier.step, step]) : step
    const next = {
      id: earlier?.id ?? ++this.lastId,
      at,
      personId,
      name: name ?? earlier?.name ?? null,
      step: whole,
      things: goneThings(this.parts.board, whole),
    }
    const others = this.kept.get().filter((one) => one !== earlier)
    this.kept.set([...others, next].slice(-MOST_KEPT))
  }

  /** Somebody may have put it back themselves, some or all. */
  private lookAgain(): void {
    const before = this.kept.get()
    const after = before.flatMap((one) => {
      const step = one.step.filter((change) => isGone(this.parts.board, change))
      if (step.length === one.step.length) return [one]
      return step.every(isLeftBehind) ? [] : [{ ...one, step, things: goneThings(this.parts.board, step) }]
    })
    const isSame = after.length === before.length && after.every((one, at) => one === before[at])
    if (!isSame) this.kept.set(after)
  }

  private drop(id: number): void {
    this.kept.update((kept) => kept.filter((one) => one.id !== id))
  }
}

function goneThings(board: BoardDocument, step: Step): readonly ChangedThing[] {
  return changedThings(
    board,
    step.filter((change) => !isLeftBehind(change)),
  )
}

/** A card that lost its team stays where it was. */
function isLeftBehind(change: StepChange): boolean {
  return change.kind === 'placement' && change.after !== null
}

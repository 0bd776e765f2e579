import { atom, type Atom } from '@tldraw/state'
import type { SaveState } from '../board-client'
import type { Clock } from './clock'

/** A line that is lost is mostly back at once: for so long nothing is said of it. */
export const BRIEF_GAP_MS = 2_000

/** Knows whether the line was lost only a moment ago. */
export class BriefGap {
  readonly isOpen: Atom<boolean> = atom('brief gap', false)
  private readonly clock: Pick<Clock, 'after'>
  private wasInStep = false
  private callOff: (() => void) | null = null

  constructor(clock: Pick<Clock, 'after'>) {
    this.clock = clock
  }

  /** Whether the server is heard, and everything has come. */
  line(isInStep: boolean): void {
    if (isInStep) this.stop()
    else if (this.wasInStep) this.open()
    this.wasInStep = isInStep
  }

  stop(): void {
    this.callOff?.()
    this.callOff = null
    this.isOpen.set(false)
  }

  private open(): void {
    this.isOpen.set(true)
    this.callOff = this.clock.after(BRIEF_GAP_MS, () => this.stop())
  }
}

/** What is told in a brief gap: what was saved still is, and what is done meanwhile is on its way. */
export function bridged(state: SaveState): SaveState {
  if (state.kind === 'offline') return { kind: state.changes > 0 ? 'saving' : 'saved' }
  return state.kind === 'connecting' ? { kind: 'saved' } : state
}

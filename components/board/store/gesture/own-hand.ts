import type { TLRecord, TLStore } from '@tldraw/tlschema'
import type { BoardRecord } from '@/lib/board/layout'
import type { Box } from '@/lib/geometry/box'
import { boxOf, type TeamsInHands } from './carried-records'
import { isTeamShape } from '../projected/derived-records'

interface OwnHandParts {
  readonly store: TLStore
  /** The units of a record that this page changed and did not commit yet. */
  units(id: string): ReadonlySet<string> | undefined
  /** Teams moved; called once, after everything that this move of the hand changes and before the next picture. */
  onMoved(): void
}

/** Knows where this page's own hand has teams that the document does not have there yet. */
export class OwnHand {
  private readonly parts: OwnHandParts
  private readonly touched = new Set<string>()
  private readonly stopListening: () => void
  private isTelling = false

  constructor(parts: OwnHandParts) {
    this.parts = parts
    this.stopListening = parts.store.sideEffects.registerAfterChangeHandler(
      'shape',
      (_before, { id }, source) => {
        if (source === 'user' && isTeamShape(id)) this.touch(id)
      },
    )
  }

  teams(): TeamsInHands {
    const teams = new Map<string, Box>()
    for (const id of this.touched) {
      const units = this.parts.units(id)
      const isHeld = units?.has('place') === true || units?.has('wh') === true
      const record = this.parts.store.unsafeGetWithoutCapture(id as TLRecord['id'])
      const box = isHeld ? boxOf(record as BoardRecord | undefined) : null
      if (box) teams.set(id, box)
      else this.touched.delete(id)
    }
    return teams
  }

  stop(): void {
    this.stopListening()
  }

  private touch(id: string): void {
    this.touched.add(id)
    if (this.isTelling) return
    this.isTelling = true
    queueMicrotask(() => {
      this.isTelling = false
      this.parts.onMoved()
    })
  }
}

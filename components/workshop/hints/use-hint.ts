import { useValue } from '@tldraw/state-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { findTemplate } from '@/lib/templates/catalogue'
import type { Step } from '@/lib/board/step'
import type { BoardClient } from '../../board/board-client'
import { useBoardClient } from '../../board/board-context'
import { hasFinePointer } from '../../ui/has-fine-pointer'
import { keepHints, recallHints } from './known-hints'
import { HINTS, learnedHints, nextHint, type Hint, type HintFacts, type Landing } from './next-hint'

interface ShownHint {
  readonly hint: Hint | null
  /** What the hint may speak of. */
  readonly landing: Landing
  /** Puts this one away for good. */
  dismiss(): void
  /** Puts all of them away for good. */
  dismissAll(): void
}

/** The hint of the moment for who is new in this browser. */
export function useHint(): ShownHint {
  const client = useBoardClient()
  const [known, setKnown] = useState(recallHints)
  const isReady = useValue(client.ready)
  // Before the board is here, nothing counts as placed: what others placed is not mine.
  const placedBefore = useMemo(() => (isReady ? countPlaced(client) : Infinity), [client, isReady])
  const [hasPlacedOnLine, setPlacedOnLine] = useState(false)
  useEffect(
    () => client.undo.afterPush((step) => setPlacedOnLine((before) => before || standsOnLine(step))),
    [client],
  )
  const seen = useValue('hint facts', () => readFacts(client, placedBefore), [client, placedBefore])
  const facts = useMemo(() => ({ ...seen, hasPlacedOnLine }), [seen, hasPlacedOnLine])
  const hint = nextHint(facts, known)

  const learn = useCallback((more: readonly Hint[]) => {
    setKnown((before) => {
      if (more.every((one) => before.includes(one))) return before
      const after = [...new Set([...before, ...more])]
      keepHints(after)
      return after
    })
  }, [])
  useEffect(() => learn(learnedHints(facts)), [learn, facts])

  return {
    hint,
    landing: facts.landing,
    dismiss: () => hint && learn([hint]),
    dismissAll: () => learn(HINTS),
  }
}

function standsOnLine(step: Step): boolean {
  return step.some(
    (change) =>
      change.kind === 'placement' && change.before?.x === undefined && change.after?.x !== undefined,
  )
}

function readFacts(client: BoardClient, placedBefore: number): Omit<HintFacts, 'hasPlacedOnLine'> {
  const isReady = client.ready.get()
  return {
    canEdit: client.canEdit.get() && isReady,
    landing: landingOn(client),
    waiting: client.view.unplaced.get().length,
    // Somebody else may have placed it while I only typed: then the hint goes a little early.
    hasPlaced: client.undo.canUndo.get() && countPlaced(client) > placedBefore,
    hasKeyboard: hasFinePointer(),
    others: client.presence.people.get().length - 1,
    isFollowing: (client.canvas.get()?.following.get() ?? null) !== null,
  }
}

function landingOn({ view }: BoardClient): Landing {
  const hasTeams = view.standingTeams.get().length > 0
  const hasLines = view.instances
    .get()
    .some(({ templateId }) => (findTemplate(templateId)?.plots.length ?? 0) > 0)
  if (hasLines) return hasTeams ? 'either' : 'line'
  return hasTeams ? 'team' : null
}

function countPlaced({ view }: BoardClient): number {
  return view.initiatives.get().length - view.unplaced.get().length
}

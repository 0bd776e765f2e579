'use client'

import { useEffect, useState } from 'react'
import type { Refusal } from '../server-call'
import { listMembers, type Members } from './member-calls'

/** What is known of a board's members, or why it is not; null until the server answered, and while it is asked again. */
export type MembersFound = Members | { readonly refusal: Refusal } | null

/** Everybody who is on a board, asked for again whenever `version` is another. */
export function useMembers(boardId: string, version: string): MembersFound {
  const [found, setFound] = useState<MembersFound>(null)
  useEffect(() => {
    let isLatest = true
    // It is read out again where it comes again.
    setFound((before) => (before && 'refusal' in before ? null : before))
    void listMembers(boardId).then((answer) => {
      if (isLatest) setFound(answer.ok ? answer.value : { refusal: answer.error })
    })
    return () => {
      isLatest = false
    }
  }, [boardId, version])
  return found
}

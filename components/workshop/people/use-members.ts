'use client'

import { useEffect, useState } from 'react'
import type { Refusal } from '../server-call'
import { listMembers, type Members } from './member-calls'

/** What is known of a board's members: null until the server answered, or why it did not. */
export type MembersFound = Members | { readonly refusal: Refusal } | null

/** Everybody who is on a board, asked for again whenever `version` is another. */
export function useMembers(boardId: string, version: string): MembersFound {
  const [found, setFound] = useState<MembersFound>(null)
  useEffect(() => {
    let isLatest = true
    void listMembers(boardId).then((answer) => {
      if (isLatest) setFound(answer.ok ? answer.value : { refusal: answer.error })
    })
    return () => {
      isLatest = false
    }
  }, [boardId, version])
  return found
}

'use client'

import { Plus, Search } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/controls/button'
import { TextField } from '../../ui/controls/text-field'
import { EmptyState } from '../../ui/feedback/empty-state'
import { TimedToast } from '../../ui/feedback/timed-toast'
import { BoardCard, type ListedBoard } from './board-card'
import { DeletedBoards, type DeletedBoard } from './deleted-boards'
import { findBoards } from './find-boards'
import { LeaveDialog } from './leave-dialog'
import styles from './my-boards.module.css'
import { RenameDialog } from './rename-dialog'
import { useBoardActions } from './use-board-actions'

export interface MyBoardsProps {
  readonly boards: readonly ListedBoard[]
  readonly deleted: readonly DeletedBoard[]
  /** When the lists were made, Unix milliseconds. */
  readonly now: number
}

/** Fewer than this are found at a glance. */
const SEARCHED_FROM = 5

/** The boards this browser has joined, and what can be done with each. */
export function MyBoards({ boards, deleted, now }: MyBoardsProps) {
  const [search, setSearch] = useState('')
  const { actions, asked, answer, restore, toast, closeToast } = useBoardActions()
  const found = findBoards(boards, search)
  return (
    <section className={styles.section} aria-labelledby="your-boards">
      <div className={styles.header}>
        <h2 id="your-boards" className={styles.heading}>
          Your boards
        </h2>
        {boards.length > 0 && (
          <Button look="quiet" className={styles.toNew} asChild>
            <a href="#new-board">
              <Plus size={16} strokeWidth={1.75} />
              New
            </a>
          </Button>
        )}
        {boards.length >= SEARCHED_FROM && (
          <TextField
            label="Search your boards"
            hideLabel
            type="search"
            placeholder="Search"
            icon={<Search size={16} strokeWidth={1.75} />}
            className={styles.search ?? ''}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
      </div>
      <p role="status" className={styles.said}>
        {search.trim() !== '' && `${found.length} of ${boards.length} boards found.`}
      </p>
      {boards.length === 0 && (
        <EmptyState className={styles.empty ?? ''} title="None in this browser yet">
          Boards you create or join appear here. Somebody sent you a link? Open it, and you are in.
        </EmptyState>
      )}
      {boards.length > 0 && found.length === 0 && (
        <EmptyState className={styles.empty ?? ''} title={`No board is called “${search.trim()}”`}>
          Try a single word of its title.
        </EmptyState>
      )}
      <ul className={styles.list}>
        {found.map((board) => (
          <BoardCard key={board.id} board={board} now={now} actions={actions} />
        ))}
      </ul>
      <DeletedBoards boards={deleted} now={now} onRestore={restore} />
      {asked?.kind === 'rename' && (
        <RenameDialog board={asked.board} onClose={answer.cancel} onRenamed={answer.renamed} />
      )}
      {asked?.kind === 'leave' && (
        <LeaveDialog board={asked.board} onClose={answer.cancel} onLeave={answer.leave} />
      )}
      <div role="status" className={styles.toast} data-testid="home-notice">
        {toast && <TimedToast key={toast.id} {...toast} onClose={closeToast} />}
      </div>
    </section>
  )
}

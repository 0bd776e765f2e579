'use client'

import { Plus, Search } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../ui/controls/button'
import { TextField } from '../../../ui/controls/fields/text-field'
import { EmptyState } from '../../../ui/feedback/empty-state'
import { TimedToast } from '../../../ui/feedback/timed-toast'
import heard from '../../../ui/heard.module.css'
import { RenameBoardDialog } from '../../rename-board-dialog'
import { BoardCard, type ListedBoard } from './card/board-card'
import { DeletedBoards, type DeletedBoard } from './deleted-boards'
import { findBoards } from './find-boards'
import { LeaveDialog } from './leave-dialog'
import styles from './my-boards.module.css'
import { useBoardActions, type Asked } from './use-board-actions'
import { useKeyboardKept } from './use-keyboard-kept'

export interface MyBoardsProps {
  readonly boards: readonly ListedBoard[]
  readonly deleted: readonly DeletedBoard[]
  /** When the lists were made, Unix milliseconds. */
  readonly now: number
}

/** Fewer than this are found at a glance. */
const SEARCHED_FROM = 5

type BoardDialogs = ReturnType<typeof useBoardActions>

/** The boards this browser has joined, and what can be done with each. */
export function MyBoards({ boards, deleted, now }: MyBoardsProps) {
  const [search, setSearch] = useState('')
  const { section, heading, followTo, ...keyboard } = useKeyboardKept()
  const { actions, asked, answer, restore, toast, closeToast } = useBoardActions(followTo)
  const found = findBoards(boards, search)
  return (
    <section ref={section} className={styles.section} aria-labelledby="your-boards" {...keyboard}>
      <div className={styles.header}>
        <h2 ref={heading} id="your-boards" className={styles.heading} tabIndex={-1}>
          Your boards
        </h2>
        {boards.length > 0 && <ToNewBoard />}
        {boards.length >= SEARCHED_FROM && <SearchField value={search} onChange={setSearch} />}
      </div>
      <p role="status" className={heard.heard}>
        {search.trim() !== '' && `${found.length} of ${boards.length} boards found.`}
      </p>
      {found.length === 0 && <NothingToShow search={boards.length === 0 ? '' : search.trim()} />}
      <ul className={styles.list}>
        {found.map((board) => (
          <BoardCard key={board.id} board={board} now={now} actions={actions} />
        ))}
      </ul>
      <DeletedBoards boards={deleted} now={now} onRestore={restore} />
      {asked && <AskedDialog asked={asked} answer={answer} />}
      <div role="status" className={styles.toast} data-testid="home-notice">
        {toast && <TimedToast key={toast.id} {...toast} onClose={closeToast} />}
      </div>
    </section>
  )
}

/** Where the form stands below the list, the way to it. */
function ToNewBoard() {
  return (
    <Button look="quiet" className={styles.toNew} asChild>
      <a href="#new-board">
        <Plus size={16} strokeWidth={1.75} />
        New
      </a>
    </Button>
  )
}

interface SearchFieldProps {
  readonly value: string
  readonly onChange: (search: string) => void
}

function SearchField({ value, onChange }: SearchFieldProps) {
  return (
    <TextField
      label="Search your boards"
      hideLabel
      type="search"
      placeholder="Search"
      icon={<Search size={16} strokeWidth={1.75} />}
      className={styles.search ?? ''}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** `search` is what was searched for in vain; empty where there is nothing to search. */
function NothingToShow({ search }: { readonly search: string }) {
  return search === '' ? (
    <EmptyState className={styles.empty ?? ''} title="None in this browser yet">
      Boards you create or join appear here. Somebody sent you a link? Open it, and you are in.
    </EmptyState>
  ) : (
    <EmptyState className={styles.empty ?? ''} title={`No board is called “${search}”`}>
      Try a single word of its title.
    </EmptyState>
  )
}

function AskedDialog({ asked, answer }: Pick<BoardDialogs, 'answer'> & { readonly asked: Asked }) {
  const { board } = asked
  return asked.kind === 'rename' ? (
    <RenameBoardDialog board={board} onClose={answer.cancel} onRenamed={answer.renamed} />
  ) : (
    <LeaveDialog board={board} onClose={answer.cancel} onLeave={answer.leave} />
  )
}

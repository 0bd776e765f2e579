import { ChevronRight } from 'lucide-react'
import { daysLeft } from '@/lib/access/restorable'
import { Button } from '../../ui/controls/button'
import { count } from '../count'
import type { ListedBoard } from './board-card'
import styles from './deleted-boards.module.css'

export interface DeletedBoard extends ListedBoard {
  /** Unix milliseconds. */
  readonly deletedAt: number
}

interface DeletedBoardsProps {
  readonly boards: readonly DeletedBoard[]
  readonly now: number
  readonly onRestore: (board: DeletedBoard) => void
}

/** The boards a facilitator can still bring back, folded away. */
export function DeletedBoards({ boards, now, onRestore }: DeletedBoardsProps) {
  if (boards.length === 0) return null
  return (
    <details className={styles.deleted}>
      <summary className={styles.summary}>
        <ChevronRight className={styles.turn} size={16} strokeWidth={1.75} aria-hidden />
        Recently deleted ({boards.length})
      </summary>
      <ul className={styles.list}>
        {boards.map((board) => (
          <li key={board.id} className={styles.board}>
            <span className={styles.title} title={board.title}>
              {board.title}
            </span>
            <span className={styles.left}>{count(daysLeft(board.deletedAt, now), 'day')} left</span>
            <Button size="small" onClick={() => onRestore(board)} aria-label={`Bring back ${board.title}`}>
              Bring back
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}

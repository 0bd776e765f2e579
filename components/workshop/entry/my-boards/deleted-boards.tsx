import { daysLeft } from '@/lib/access/restorable'
import { Button } from '../../../ui/controls/button'
import { Fold } from '../../../ui/controls/fold'
import { count } from '@/lib/text/count'
import type { ListedBoard } from './card/board-card'
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
    <Fold
      className={styles.deleted}
      summaryClassName={styles.summary}
      summary={`Recently deleted (${boards.length})`}
    >
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
    </Fold>
  )
}

import Link from 'next/link'
import type { Role } from '@/lib/access/roles'
import { EmptyState } from '../../ui/feedback/empty-state'
import { ROLE_WORDS } from '../role-words'
import styles from './board-list.module.css'

interface BoardListProps {
  readonly boards: readonly {
    readonly id: string
    readonly title: string
    readonly role: Role
    readonly createdAt: number
  }[]
}

const DAY = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** The boards this browser has joined. */
export function BoardList({ boards }: BoardListProps) {
  return (
    <section className={styles.section} aria-labelledby="your-boards">
      <h2 id="your-boards" className={styles.heading}>
        Your boards
      </h2>
      {boards.length === 0 ? (
        <EmptyState className={styles.empty ?? ''} title="None in this browser yet">
          Boards you create or join appear here. Somebody sent you a link? Open it, and you are in.
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {boards.map((board) => (
            <li key={board.id}>
              <Link href={`/b/${board.id}`} className={styles.board}>
                <span className={styles.title}>{board.title}</span>
                <span className={styles.facts}>
                  {ROLE_WORDS[board.role].name} · {DAY.format(board.createdAt)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

import { Copy, Ellipsis, LogOut, PencilLine, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { can, type Role } from '@/lib/access/roles'
import { IconButton } from '../../../../ui/controls/icon-button'
import heard from '../../../../ui/heard.module.css'
import { Menu, MenuItem, MenuLine } from '../../../../ui/overlays/menus/menu'
import { useAfterMenu } from '../../../../ui/overlays/menus/use-after-menu'
import { ROLE_WORDS } from '../../../role-words'
import styles from './board-card.module.css'
import { BoardThumbnail } from './board-thumbnail'
import { openedWords } from './opened-words'

/** One board of this browser. */
export interface ListedBoard {
  readonly id: string
  readonly title: string
  readonly role: Role
  /** Unix milliseconds. */
  readonly openedAt: number
}

/** What can be done with a board from outside. */
export interface BoardActions {
  rename(board: ListedBoard): void
  duplicate(board: ListedBoard): void
  remove(board: ListedBoard): void
  leave(board: ListedBoard): void
}

interface BoardCardProps {
  readonly board: ListedBoard
  readonly now: number
  readonly actions: BoardActions
}

const ICON = { size: 16, strokeWidth: 1.75 } as const

export function BoardCard({ board, now, actions }: BoardCardProps) {
  const { later, onCloseAutoFocus } = useAfterMenu()
  return (
    <li className={styles.card} data-board={board.id}>
      <BoardThumbnail boardId={board.id} />
      <div className={styles.label}>
        <Link href={`/b/${board.id}`} className={styles.title} title={board.title}>
          {board.title}
        </Link>
        <p className={styles.facts}>
          {ROLE_WORDS[board.role].name} · <span className={heard.heard}>last opened </span>
          {openedWords(board.openedAt, now)}
        </p>
      </div>
      <Menu
        label={`What to do with ${board.title}`}
        onCloseAutoFocus={onCloseAutoFocus}
        trigger={
          <IconButton label={`More about ${board.title}`} className={styles.more ?? ''}>
            <Ellipsis size={20} strokeWidth={1.75} />
          </IconButton>
        }
      >
        {can(board.role, 'manage') ? (
          <>
            <MenuItem icon={<PencilLine {...ICON} />} onSelect={() => later(() => actions.rename(board))}>
              Rename
            </MenuItem>
            <MenuItem icon={<Copy {...ICON} />} onSelect={() => actions.duplicate(board)}>
              Duplicate
            </MenuItem>
            <MenuLine />
            <MenuItem icon={<Trash2 {...ICON} />} danger onSelect={() => actions.remove(board)}>
              Delete for everybody
            </MenuItem>
          </>
        ) : (
          <MenuItem icon={<LogOut {...ICON} />} onSelect={() => later(() => actions.leave(board))}>
            Take off my list
          </MenuItem>
        )}
      </Menu>
    </li>
  )
}

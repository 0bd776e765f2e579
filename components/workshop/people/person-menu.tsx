'use client'

import { Ellipsis, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { higherRole, ROLES, type Role } from '@/lib/access/roles'
import type { PresenceUser } from '@/lib/sync/presence'
import { useBoardClient } from '../../board/board-context'
import { IconButton } from '../../ui/controls/icon-button'
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuLine } from '../../ui/overlays/menus/menu'
import { useAfterMenu } from '../../ui/overlays/menus/use-after-menu'
import styles from './people-list.module.css'
import { failureWords } from '../failure-words'
import { ROLE_WORDS } from '../role-words'
import { giveRole } from './member-calls'
import { RemoveDialog } from './remove-dialog'

const CHOICES = [...ROLES].reverse().map((role) => ({ value: role, label: ROLE_WORDS[role].name }))

interface PersonMenuProps {
  readonly person: PresenceUser
  /** Told once they have another role or are off the board, or may be. */
  readonly onChanged?: () => void
}

/** What a facilitator may do with somebody: give another role, or take them off the board. */
export function PersonMenu({ person: { personId, name, role }, onChanged }: PersonMenuProps) {
  const client = useBoardClient()
  const { later, onCloseAutoFocus } = useAfterMenu()
  const [isAsking, setIsAsking] = useState(false)
  const change = async (chosen: Role) => {
    if (chosen === role) return
    const given = await giveRole(client.boardId, personId, chosen)
    if (!given.ok) {
      const { mayRetry, isUnknown } = given.error
      const sentence = failureWords(given.error, {
        failed: `The role of ${name} was not changed.`,
        unsure: `the role of ${name} was changed`,
      })
      client.tell({
        tone: 'danger',
        sentence,
        ...(mayRetry && { retry: () => void change(chosen) }),
      })
      return isUnknown ? onChanged?.() : undefined
    }
    client.tell({ tone: 'info', sentence: givenWords(name, { before: role, now: chosen }) })
    onChanged?.()
  }
  return (
    <>
      <Menu
        label={`What ${name} may do`}
        onCloseAutoFocus={onCloseAutoFocus}
        trigger={
          <IconButton label={`More about ${name}`} className={styles.more ?? ''}>
            <Ellipsis size={20} strokeWidth={1.75} />
          </IconButton>
        }
      >
        <MenuLabel>Role</MenuLabel>
        <MenuChoice value={role} onChange={(chosen) => void change(chosen as Role)} choices={CHOICES} />
        <MenuLine />
        <MenuItem
          icon={<UserMinus size={16} strokeWidth={1.75} />}
          danger
          onSelect={() => later(() => setIsAsking(true))}
        >
          Remove from the board
        </MenuItem>
      </Menu>
      {isAsking && (
        <RemoveDialog
          personId={personId}
          name={name}
          onClose={() => setIsAsking(false)}
          onRemoved={onChanged}
        />
      )}
    </>
  )
}

/** Whoever may do less keeps the link they came by, which gives them what it gave. */
function givenWords(name: string, { before, now }: { readonly before: Role; readonly now: Role }): string {
  const words = `${name} is a ${ROLE_WORDS[now].name.toLowerCase()} now.`
  const isLess = higherRole(before, now) === before
  return isLess ? `${words} A working link still gives ${name} more: make a new one under Share.` : words
}

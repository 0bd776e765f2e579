'use client'

import { useValue } from '@tldraw/state-react'
import { LayoutTemplate, Plus, SquareDashedMousePointer } from 'lucide-react'
import { useBoardClient } from '../../board/board-context'
import { classNames } from '../../ui/class-names'
import { IconButton } from '../../ui/controls/icon-button'
import { Menu, MenuItem, MenuLine } from '../../ui/overlays/menus/menu'
import { useAfterMenu } from '../../ui/overlays/menus/use-after-menu'
import styles from './top-bar.module.css'

interface TemplateEntriesProps {
  readonly later: (action: () => void) => void
  /** A line sets them apart from what stands above them. */
  readonly isApart?: boolean
}

/** What a facilitator can do about templates, as entries of a menu; nothing for everybody else. */
export function TemplateEntries({ later, isApart = false }: TemplateEntriesProps) {
  const { templates, view } = useBoardClient()
  const mayEdit = useValue(templates.mayEdit)
  const isEditing = useValue(templates.isEditing)
  const hasAny = useValue('has templates', () => view.instances.get().length > 0, [view])
  if (!mayEdit) return null
  return (
    <>
      {isApart && <MenuLine />}
      <MenuItem
        icon={<Plus size={16} strokeWidth={1.75} />}
        onSelect={() => later(() => templates.asked.set({ kind: 'add' }))}
      >
        Add a template…
      </MenuItem>
      <MenuItem
        icon={<SquareDashedMousePointer size={16} strokeWidth={1.75} />}
        disabled={!hasAny}
        onSelect={() => later(() => templates.setEditing(!isEditing))}
      >
        {isEditing ? 'Done editing templates' : 'Edit the templates'}
      </MenuItem>
    </>
  )
}

/** The facilitator's menu of templates. */
export function TemplateMenu() {
  const { later, onCloseAutoFocus } = useAfterMenu()
  const mayEdit = useValue(useBoardClient().templates.mayEdit)
  if (!mayEdit) return null
  return (
    <Menu
      bar="top"
      label="Templates"
      onCloseAutoFocus={onCloseAutoFocus}
      trigger={
        <IconButton label="Templates" className={classNames(styles.wide, styles.worded)}>
          <LayoutTemplate size={20} strokeWidth={1.75} />
          <span className={styles.word}>Templates</span>
        </IconButton>
      }
    >
      <TemplateEntries later={later} />
    </Menu>
  )
}

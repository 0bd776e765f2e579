'use client'

import { DropdownMenu as Primitive } from 'radix-ui'
import { useState, type ReactNode } from 'react'
import { classNames } from '../../class-names'
import { Chevron } from '../../controls/chevron'
import { isPhoneWidth } from '../../phone-width'
import floating from '../floating.module.css'
import styles from './menu.module.css'

interface SubMenuProps {
  readonly icon?: ReactNode
  readonly label: string
  readonly disabled?: boolean
  readonly children: ReactNode
}

/** Further entries behind one: in a menu beside it or, where there is no room for two, below it. */
export function SubMenu(props: SubMenuProps) {
  const [isNarrow] = useState(isPhoneWidth)
  return isNarrow ? <Unfolding {...props} /> : <Beside {...props} />
}

function Beside({ icon, label, disabled = false, children }: SubMenuProps) {
  return (
    <Primitive.Sub>
      <Primitive.SubTrigger className={styles.item} disabled={disabled}>
        <Name icon={icon} label={label} />
        <Chevron opens="beside" className={styles.hint} />
      </Primitive.SubTrigger>
      <Primitive.Portal>
        <Primitive.SubContent
          className={classNames(floating.sheet, floating.hanging, styles.menu)}
          sideOffset={4}
          alignOffset={-4}
          collisionPadding={8}
        >
          {children}
        </Primitive.SubContent>
      </Primitive.Portal>
    </Primitive.Sub>
  )
}

/** Unfolds to where its menu grows, so that what was pressed stays under the finger. */
function Unfolding({ icon, label, disabled = false, children }: SubMenuProps) {
  const [isOpen, setOpen] = useState(false)
  const unfold = (event: Event) => {
    event.preventDefault()
    setOpen(!isOpen)
  }
  return (
    <div className={styles.unfolding}>
      <Primitive.Item className={styles.item} disabled={disabled} aria-expanded={isOpen} onSelect={unfold}>
        <Name icon={icon} label={label} />
        <Chevron opens="in-place" className={styles.hint} />
      </Primitive.Item>
      {isOpen && (
        <Primitive.Group className={styles.unfolded} aria-label={label}>
          {/* Where they stand above what was pressed, they would read as those of the entry before. */}
          <div className={styles.unfoldedName} aria-hidden>
            {label}
          </div>
          {children}
        </Primitive.Group>
      )}
    </div>
  )
}

function Name({ icon, label }: Pick<SubMenuProps, 'icon' | 'label'>) {
  return (
    <>
      {icon && <span className={styles.icon}>{icon}</span>}
      <span className={styles.text}>{label}</span>
    </>
  )
}

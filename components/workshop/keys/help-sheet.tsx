'use client'

import { useValue } from '@tldraw/state-react'
import { Fragment } from 'react'
import { TEAM_MAP } from '@/lib/templates/team-map'
import { useBoardClient } from '../../board/board-context'
import { browserPreferences } from '../../board/preferences'
import { Dialog } from '../../ui/overlays/dialogs/dialog'
import styles from './help-sheet.module.css'
import { KeyCaps } from './key-caps'
import { isSingleCharacter } from './matches-key'
import { shortcutsOf } from './pick-shortcut'
import type { Shortcut, ShortcutSection } from './shortcuts'

const SECTIONS: readonly ShortcutSection[] = ['Moving about', 'Tools', 'Cards and drawings', 'The board']

interface HelpSheetProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Every shortcut this person has. */
export function HelpSheet({ open, onOpenChange }: HelpSheetProps) {
  const client = useBoardClient()
  const { role } = useValue(client.me)
  const canEdit = useValue(client.canEdit)
  const singleKeys = useValue(browserPreferences().singleKeys.value)
  const lines = shortcutsOf({ role, canEdit })
    .map((one) => ({ ...one, keys: one.keys.filter((key) => singleKeys || !isSingleCharacter(key)) }))
    .filter(({ keys }) => keys.length > 0 && !/^\d$/.test(keys[0] ?? ''))
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keyboard shortcuts"
      size="wide"
      {...(!singleKeys && {
        description: 'Shortcuts of a single character are switched off in the settings.',
      })}
    >
      <div className={styles.sheet} role="group" aria-label="All shortcuts" tabIndex={0}>
        {SECTIONS.map((section) => (
          <Section key={section} name={section} lines={lines.filter((one) => one.section === section)} />
        ))}
      </div>
      <p className={styles.attribution}>{TEAM_MAP.teamMap?.attribution}</p>
    </Dialog>
  )
}

function Section({ name, lines }: { readonly name: string; readonly lines: readonly Shortcut[] }) {
  if (lines.length === 0) return null
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{name}</h3>
      <dl>
        {lines.map(({ words, keys }) => (
          <div key={words} className={styles.line}>
            <dt>{words}</dt>
            <dd className={styles.keys}>
              {keys.map((written, at) => (
                <Fragment key={written}>
                  {at > 0 && <span className={styles.or}>or</span>}
                  <KeyCaps written={written} />
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

import { MonitorX } from 'lucide-react'
import { isLocalAddress } from './is-local-address'
import styles from './local-note.module.css'

interface LocalNoteProps {
  /** A whole address as it is handed out. */
  readonly address: string
  /** What is handed out: links, or one code. */
  readonly what: 'links' | 'code'
}

const WORDS = {
  links: 'These links work on this computer only.',
  code: 'This code opens nothing on other devices: its address means this computer.',
} as const

/** Says that others cannot open an address, and what to do; nothing where they can. */
export function LocalNote({ address, what }: LocalNoteProps) {
  const { host, hostname } = new URL(address)
  if (!isLocalAddress(hostname)) return null
  return (
    <p className={styles.note} data-testid="local-note">
      <MonitorX size={16} strokeWidth={1.75} aria-hidden />
      <span>
        {WORDS[what]} To invite others, open the facilitator link with the network address that Contour prints
        when it starts, or <span className={styles.setting}>CONTOUR_ORIGIN</span> where you set it, in place
        of <span className={styles.setting}>{host}</span>, and share from there.
      </span>
    </p>
  )
}

'use client'

import { useValue } from '@tldraw/state-react'
import { X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Initiative } from '@/lib/board/layout'
import type { BoardClient } from '../../board/board-client'
import { useBoardClient } from '../../board/board-context'
import { draftOf } from '../../board/text/draft-of'
import { goOnTyping } from '../../board/text/go-on-typing'
import { keepUnderRenewal } from '../../board/text/keep-under-renewal'
import { dropLateTyping } from '../../board/text/late-typing'
import { IconButton } from '../../ui/controls/icon-button'
import { count } from '@/lib/text/count'
import styles from './inspector.module.css'
import { SeveralDetails } from './several-details'
import { SingleDetails } from './single-details'
import { isTypedIn, useKeptKeyboard } from './use-kept-keyboard'

/** What is known of the initiatives somebody asked for; nothing while nobody asks. */
export function Inspector() {
  const client = useBoardClient()
  const shown = useValue('inspected', () => readInspected(client), [client])
  const isAsked = useValue('is asked for details', () => client.inspected.get() !== null, [client])
  // All of them were deleted meanwhile: there is nothing left to show.
  useEffect(() => {
    if (isAsked && shown.length === 0) client.inspected.set(null)
  }, [client, isAsked, shown.length])
  return shown.length > 0 && <Panel initiatives={shown} />
}

function Panel({ initiatives }: { readonly initiatives: readonly Initiative[] }) {
  const client = useBoardClient()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const cameFrom = document.activeElement
    const stop = panel.current ? goOnInPanel(client, panel.current) : () => undefined
    return () => {
      stop()
      giveBack(client, cameFrom)
    }
  }, [client])
  // Heard before the panel goes, while what is typed in still has the keyboard.
  useLayoutEffect(() => () => endTyping(client), [client])
  useEffect(() => keepUnderRenewal(client, () => endTyping(client)), [client])
  const keyboard = useKeptKeyboard(panel)
  const asked = useAsked(initiatives)
  const close = () => client.inspected.set(null)
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  const [first] = initiatives
  const name = initiatives.length === 1 ? 'Initiative' : count(initiatives.length, 'initiative')
  return (
    <aside
      ref={panel}
      className={styles.panel}
      tabIndex={-1}
      aria-label="Details"
      data-testid="inspector"
      data-beside-canvas
      onKeyDown={handleKey}
      {...keyboard}
    >
      <header className={styles.header}>
        <h2 className={styles.heading}>{name}</h2>
        <IconButton label="Close the details" size="small" shortcut="Esc" onClick={close}>
          <X size={16} strokeWidth={1.75} />
        </IconButton>
      </header>
      <div className={styles.body}>
        {first && initiatives.length === 1 ? (
          <SingleDetails key={first.id} initiative={first} />
        ) : (
          <SeveralDetails key={asked} initiatives={initiatives} />
        )}
      </div>
    </aside>
  )
}

function readInspected(client: BoardClient): readonly Initiative[] {
  return (client.inspected.get() ?? []).flatMap((id) => client.view.initiative(id).get() ?? [])
}

/** Names the set somebody asked for: of the same one some may have gone, and what is typed for the others stays. */
function useAsked(initiatives: readonly Initiative[]): string {
  const ids = initiatives.map(({ id }) => id)
  const [asked, setAsked] = useState<readonly string[]>(ids)
  if (!ids.every((id) => asked.includes(id))) setAsked(ids)
  return asked.join(' ')
}

/** Letters that come after the initiatives are no commands; whoever closes the details types nothing more for them. */
function endTyping(client: BoardClient): void {
  const { activeElement } = document
  const isWriting = activeElement?.closest('[data-testid="inspector"]') && isTypedIn(activeElement)
  if (!isWriting || client.inspected.get() === null) return
  // Of what somebody else deleted nothing is gone on with, should it come back one day.
  const isThere = readInspected(client).length > 0
  if (isThere && activeElement instanceof HTMLTextAreaElement)
    client.drafts.put(nameOf(client, activeElement), draftOf(activeElement))
  else dropLateTyping()
}

/** Where the document was renewed under somebody's hands, they go on where they were; else in the panel. */
function goOnInPanel(client: BoardClient, panel: HTMLElement): () => void {
  const stops = [...panel.querySelectorAll('textarea')].map((field) => {
    const isMultiline = field.dataset['multiline'] !== undefined
    return goOnTyping(client, {
      ...{ name: nameOf(client, field), field, home: panel, isMultiline },
      onEnter: () => panel.focus({ preventScroll: true }),
    })
  })
  const { activeElement } = document
  const isWriting = activeElement !== null && isTypedIn(activeElement)
  // Whoever writes, such as in a title that is there again, keeps the keyboard.
  if (!isWriting && !panel.contains(activeElement)) panel.focus({ preventScroll: true })
  return () => stops.forEach((stop) => stop())
}

function nameOf(client: BoardClient, field: HTMLTextAreaElement): string {
  return ['details', ...(client.inspected.get() ?? []), field.dataset['field']].join(' ')
}

/** The keyboard goes back to where it was, unless somebody has taken it elsewhere meanwhile. */
function giveBack(client: BoardClient, cameFrom: Element | null): void {
  const { activeElement } = document
  const isElsewhere = activeElement !== null && activeElement !== document.body
  if (isElsewhere && activeElement.closest('[data-testid="inspector"]') === null) return
  const isThere = cameFrom instanceof HTMLElement && cameFrom.isConnected && cameFrom !== document.body
  if (isThere) cameFrom.focus({ preventScroll: true })
  else client.canvas.get()?.focus()
}

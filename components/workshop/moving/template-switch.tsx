'use client'

import { useValue } from '@tldraw/state-react'
import { useEffect, useRef, type MouseEvent } from 'react'
import { templateRow } from '@/lib/board/places/template-row'
import { useBoardClient } from '../../board/board-context'
import { bindMoreAside } from '../../ui/more-aside'
import { Tooltip } from '../../ui/overlays/tooltip'
import styles from './template-switch.module.css'

/** Says which templates stand on the board and goes to each; not there where one is all there is. */
export function TemplateSwitch() {
  const client = useBoardClient()
  const row = useValue('templates in a row', () => templateRow(client.view.instances.get()), [client])
  const current = useValue('template in view', () => client.canvas.get()?.templateInView.get() ?? null, [
    client,
  ])
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => (list.current === null ? undefined : bindMoreAside(list.current)), [row])
  useEffect(() => {
    const chip = list.current?.querySelector('[aria-current="true"]')
    chip?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [current, row.length])

  if (row.length < 2) return null
  const goTo = (event: MouseEvent, id: string) => {
    const canvas = client.canvas.get()
    canvas?.showTemplate(id)
    // A hand goes on with the board; the keyboard stays where it is, for the next one.
    if (event.detail > 0) canvas?.focus()
  }
  return (
    <nav className={styles.switch} aria-label="Templates" data-testid="template-switch">
      <div ref={list} className={styles.row} data-switch>
        {row.map(({ id, name }) => (
          <Tooltip key={id} label={name}>
            <button
              type="button"
              className={styles.chip}
              aria-current={id === current}
              onClick={(event) => goTo(event, id)}
            >
              <span className={styles.name}>{name}</span>
            </button>
          </Tooltip>
        ))}
      </div>
    </nav>
  )
}

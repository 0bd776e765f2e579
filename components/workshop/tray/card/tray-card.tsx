'use client'

import { useValue } from '@tldraw/state-react'
import {
  useEffect,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
} from 'react'
import type { Initiative } from '@/lib/board/layout'
import type { InitiativeId } from '@/lib/ids'
import { hueOf } from '@/lib/teams/team-hues'
import { useBoardClient } from '../../../board/board-context'
import { deleteInitiative } from '../../../board/delete-initiative'
import { teamColor } from '../../../board/colors/team-color'
import { isKeyboardFree } from '../../../board/text/keyboard-is-free'
import { asksForMenu } from '../../keys/asks-for-menu'
import { focusBeside } from '../focus-beside'
import { focusNeighbour } from '../list/focus-neighbour'
import { onLongPress } from '../drag/on-long-press'
import { draftOfTitle, TitleEditor } from './title-editor'
import { TrayCardFace } from './tray-card-face'
import { useLateTitle } from './use-late-title'
import { TrayCardMenu, type MenuPlace } from './tray-card-menu'
import styles from './tray-card.module.css'
import { placeFromTray } from '../placing/place-from-tray'
import type { TrayDrag } from '../drag/tray-drag'
import type { RemoteHand } from '../drag/remote-hands'
import { useRemoteHand } from '../drag/use-remote-hand'

interface TrayCardProps {
  readonly id: InitiativeId
  readonly drag: TrayDrag
  /** Exactly one card takes the Tab key; the arrows move among them. */
  readonly tabStop: boolean
  readonly onFocus: () => void
}

/** A menu asked for by a key hangs within its card, so that it is seen to be the card's. */
const MENU_INSET_PX = 8

export function TrayCard(props: TrayCardProps) {
  const client = useBoardClient()
  const initiative = useValue(client.view.initiative(props.id))
  return initiative && <ShownCard {...props} initiative={initiative} />
}

function ShownCard({
  initiative,
  drag,
  tabStop,
  onFocus,
}: TrayCardProps & { readonly initiative: Initiative }) {
  const client = useBoardClient()
  const { id, title, team } = initiative
  const canEdit = useValue(client.canEdit)
  const lifted = useValue('lifted', () => drag.lifted.get()?.id === id, [drag, id])
  const hue = useValue('team hue', () => hueOf(client.view.teamHues.get(), team), [client, team])
  const hand = useRemoteHand(id)
  const face = useRef<HTMLButtonElement>(null)
  /** The menu gives the keyboard back when it closes; the details take it from there. */
  const afterMenu = useRef<'details' | null>(null)
  const pressedBy = useRef('')
  const [isEditing, setEditing] = useState(
    () => client.drafts.isUnderHands(draftOfTitle(id)) && isKeyboardFree(document),
  )
  useLateTitle(id)
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  useEffect(() => {
    // A finger that rested on the card and then pulls it along means the card.
    if (lifted) setMenu(null)
  }, [lifted])

  const remove = () => {
    focusBeside(face.current)
    deleteInitiative(client, initiative)
  }
  const stopEditing = (by: 'key' | 'blur') => {
    setEditing(false)
    if (by === 'key') requestAnimationFrame(() => face.current?.focus())
  }
  const handlePress = (event: PointerEvent<HTMLElement>) => {
    pressedBy.current = event.pointerType
    if (event.button !== 0) return
    const box = event.currentTarget.getBoundingClientRect()
    const grab = { x: (event.clientX - box.x) / box.width, y: (event.clientY - box.y) / box.height }
    const by = event.pointerType === 'mouse' ? 'mouse' : 'touch'
    const { pointerId } = event
    drag.press({ id, title, team, grab, by, pointerId }, { x: event.clientX, y: event.clientY })
    if (event.pointerType === 'touch' && canEdit) onLongPress(window, event, () => setMenu('button'))
  }
  const handleContextMenu = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault()
    // A finger that rests opens it by itself, on every phone.
    if (pressedBy.current === 'touch') return
    // On a Mac it may have begun as a press with Ctrl.
    drag.cancel()
    setMenu({ x: event.clientX, y: event.clientY })
  }
  const showDetails = () => client.inspected.set([id])
  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    pressedBy.current = 'key'
    if (focusNeighbour(event)) return
    if (asksForMenu(event)) setMenu(cornerOf(event.currentTarget))
    else if (!canEdit) return
    else if (event.key === 'Enter' || event.key === ' ') setMenu('button')
    else if (event.key === 'F2') setEditing(true)
    else if (event.key === 'Delete' || event.key === 'Backspace') remove()
    else return
    event.preventDefault()
  }
  return (
    <li
      className={styles.card}
      style={cardColors(hue, hand)}
      data-lifted={lifted || undefined}
      data-held={hand ? true : undefined}
    >
      {isEditing ? (
        <TitleEditor id={id} onDone={stopEditing} />
      ) : (
        <TrayCardFace
          ref={face}
          initiative={initiative}
          editable={canEdit}
          menuOpen={menu !== null}
          tabIndex={tabStop ? 0 : -1}
          onFocus={onFocus}
          onPointerDown={handlePress}
          onKeyDown={handleKey}
          onContextMenu={handleContextMenu}
          onClick={() => {
            if (!canEdit) showDetails()
            // A finger has no keys and may not know that it can drag; a mouse sees the button beside.
            else if (pressedBy.current === 'touch') setMenu('button')
          }}
          onDoubleClick={() => canEdit && setEditing(true)}
        />
      )}
      {hand && <span className={styles.holder}>{hand.name}</span>}
      {!isEditing && (
        <TrayCardMenu
          title={title}
          canEdit={canEdit}
          hasKeyboard={tabStop}
          place={menu}
          onPlaceChange={setMenu}
          onKeyboardFree={() => {
            face.current?.focus()
            if (afterMenu.current === 'details') showDetails()
            afterMenu.current = null
          }}
          onPlace={(choice) => {
            focusBeside(face.current)
            placeFromTray(client, initiative, choice)
          }}
          onDetails={() => (afterMenu.current = 'details')}
          onRename={() => setTimeout(() => setEditing(true))}
          onDelete={remove}
        />
      )}
    </li>
  )
}

function cornerOf(card: HTMLElement): MenuPlace {
  const { right, top } = card.getBoundingClientRect()
  return { x: right - MENU_INSET_PX, y: top + MENU_INSET_PX }
}

function cardColors(hue: number | null, hand: RemoteHand | null): CSSProperties {
  const slot = hand?.colorSlot
  return {
    '--team': teamColor(hue),
    ...(hand && { '--hand': `var(--person-${slot})`, '--hand-ink': `var(--person-${slot}-ink)` }),
  } as CSSProperties
}

import { atom, type Editor, type Signal } from 'tldraw'
import { cameraShowing, glideTo, viewFollowed, type Camera } from '@/lib/moving/follow-view'
import type { BoardClient } from '../../board/board-client'
import { isInTouch } from '../../board/sync/is-in-touch'
import { tell } from '../rules/tell'
import { whereViewLeads } from '../view/keep-glide'

/** Who reloads the page is gone for a moment; whoever follows them waits that long. */
const WAITS_MS = 4_000

/** The camera of this page while it goes with somebody else's. */
export interface Following {
  readonly person: Signal<string | null>
  follow(personId: string): void
  stop(): void
  /** Moves the camera for a reason that is not the person's wish to look elsewhere. */
  aside(move: () => void): void
  /** Ends it and leaves nothing behind. */
  unbind(): void
}

/** Lets this page follow somebody. Any camera movement that is not the following itself ends it. */
export function createFollowing(editor: Editor, client: BoardClient): Following {
  const person = atom<string | null>('following', null)
  let last: Camera | null = null
  let goneMs = 0
  const stop = (): void => {
    if (person.get() === null) return
    person.set(null)
    last = null
    client.presence.set({ following: null })
  }
  const goOn = (personId: string, elapsedMs: number): void => {
    const view = viewFollowed(client.presence.others.get(), { me: client.me.get().personId, personId })
    if (!view) return
    const { zoomSteps } = editor.getCameraOptions()
    const zooms = { least: zoomSteps[0] ?? 0.05, most: zoomSteps.at(-1) ?? 8 }
    const goal = cameraShowing(view, editor.getViewportScreenBounds(), zooms)
    const isCalm = editor.user.getAnimationSpeed() === 0
    const next = isCalm ? goal : glideTo(editor.getCamera(), goal, elapsedMs)
    if (!isSame(next, editor.getCamera())) editor.setCamera(next, { immediate: true })
    last = { ...editor.getCamera() }
  }
  const onTick = (elapsedMs: number): void => {
    const personId = person.get()
    if (personId === null) return
    if (last && !isSame(last, whereViewLeads(editor))) return stop()
    const isHere = client.presence.people.get().some((one) => one.personId === personId)
    // Cut off, nobody seems to be here; that is not their leaving.
    goneMs = isHere || !isInTouch(client.saveState.get()) ? 0 : goneMs + elapsedMs
    if (goneMs > WAITS_MS) return leftAlone()
    goOn(personId, elapsedMs)
  }
  let name = ''
  const leftAlone = (): void => {
    stop()
    tell(client, `${name} has left. You look around by yourself again.`, 'info')
  }
  editor.on('tick', onTick)
  return {
    person,
    follow: (personId) => {
      const found = client.presence.people.get().find((one) => one.personId === personId)
      if (!found || personId === client.me.get().personId) return
      editor.stopCameraAnimation()
      name = found.name
      goneMs = 0
      last = null
      person.set(personId)
      client.presence.set({ following: personId })
    },
    stop,
    aside: (move) => {
      move()
      if (last) last = { ...editor.getCamera() }
    },
    unbind: () => {
      stop()
      editor.off('tick', onTick)
    },
  }
}

function isSame(one: Camera, other: Camera): boolean {
  return one.x === other.x && one.y === other.y && one.z === other.z
}

import { atom } from '@tldraw/state'
import type { Editor } from 'tldraw'
import { createTeller } from '@/components/board/client/create-teller'
import { expect, it } from 'vitest'
import type { BoardClient, Notice } from '@/components/board/board-client'
import { createFollowing } from '@/components/canvas/moving/follow-person'
import { GLIDE } from '@/components/canvas/view/glide'
import { keepGlide } from '@/components/canvas/view/keep-glide'
import type { SeenPage } from '@/lib/moving/follow-view'

const VIEW = { x: 0, y: 0, w: 800, h: 600 }
const PEOPLE = [
  { personId: 'me', name: 'Me' },
  { personId: 'ada', name: 'Ada' },
]

/** The little of an editor and a board that following asks for; pictures are drawn by hand. */
function createStand() {
  let camera = { x: 0, y: 0, z: 1 }
  const tick = new Set<(elapsedMs: number) => void>()
  const others = atom<readonly SeenPage[]>('others', [{ user: { personId: 'ada' }, camera: VIEW }])
  const people = atom('people', PEOPLE)
  const notice = atom<Notice | null>('notice', null)
  const saveState = atom('save state', { kind: 'saved' })
  const told: unknown[] = []
  const editor = {
    on: (_name: string, listener: (elapsedMs: number) => void) => tick.add(listener),
    off: (_name: string, listener: (elapsedMs: number) => void) => tick.delete(listener),
    getCamera: () => camera,
    setCamera: (next: typeof camera) => {
      camera = next
    },
    getCameraOptions: () => ({ zoomSteps: [0.1, 8] }),
    getViewportScreenBounds: () => ({ w: 800, h: 600 }),
    stopCameraAnimation: () => undefined,
    user: { getAnimationSpeed: () => 0 },
  } as unknown as Editor
  const me = atom('me', PEOPLE[0])
  const presence = { others, people, set: (part: unknown) => told.push(part) }
  const client = { me, presence, notice, saveState, tell: createTeller(notice) } as unknown as BoardClient
  const following = createFollowing(editor, client)
  return {
    ...{ following, others, people, notice, saveState, told, editor },
    camera: () => camera,
    draw: (elapsedMs = 16) => tick.forEach((listener) => listener(elapsedMs)),
    listeners: () => tick.size,
  }
}

it('shows what the person followed sees, and tells the others that it follows', () => {
  const { following, draw, camera, others, told } = createStand()
  following.follow('ada')
  others.set([{ user: { personId: 'ada' }, camera: { ...VIEW, x: 1_000 } }])
  draw()
  expect(camera()).toEqual({ x: -1_000, y: 0, z: 1 })
  expect(told).toEqual([{ following: 'ada' }])
})

it('ends with any movement of the camera that is not its own', () => {
  const { following, draw, editor, told } = createStand()
  following.follow('ada')
  draw()
  editor.setCamera({ x: 5, y: 0, z: 1 })
  draw()
  expect(following.person.get()).toBeNull()
  expect(told.at(-1)).toEqual({ following: null })
})

it('ends with a glide that was asked for while the view still follows, before that has moved anything', () => {
  const { following, draw, editor, others, camera } = createStand()
  const move = editor.setCamera.bind(editor)
  editor.setCamera = (to, options) => (options?.animation ? editor : move(to, options))
  keepGlide(editor)
  following.follow('ada')
  draw()
  others.set([{ user: { personId: 'ada' }, camera: { ...VIEW, x: 1_000 } }])
  editor.setCamera({ x: 5, y: 0, z: 2 }, GLIDE)
  draw()
  expect([following.person.get(), camera().x]).toEqual([null, 0])
})

it('goes on through a movement that only made room', () => {
  const { following, draw, editor } = createStand()
  following.follow('ada')
  draw()
  following.aside(() => void editor.setCamera({ x: 264, y: 0, z: 1 }))
  draw()
  expect(following.person.get()).toBe('ada')
})

it('waits for who reloads, and ends with words for who has left', () => {
  const { following, draw, people, notice } = createStand()
  following.follow('ada')
  people.set(PEOPLE.slice(0, 1))
  draw(3_000)
  people.set(PEOPLE)
  draw()
  people.set(PEOPLE.slice(0, 1))
  draw(3_000)
  expect(following.person.get()).toBe('ada')
  draw(3_000)
  expect(following.person.get()).toBeNull()
  expect(notice.get()?.sentence).toContain('Ada has left')
})

it('takes being cut off for no leaving', () => {
  const { following, draw, people, saveState } = createStand()
  following.follow('ada')
  saveState.set({ kind: 'offline' })
  people.set(PEOPLE.slice(0, 1))
  draw(60_000)
  expect(following.person.get()).toBe('ada')
})

it('follows neither me nor somebody who is not here, and leaves nothing behind', () => {
  const { following, listeners } = createStand()
  following.follow('me')
  following.follow('nobody')
  expect(following.person.get()).toBeNull()
  following.follow('ada')
  following.unbind()
  expect([following.person.get(), listeners()]).toEqual([null, 0])
})

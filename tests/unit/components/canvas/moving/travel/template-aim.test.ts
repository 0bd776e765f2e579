import { EventEmitter } from 'node:events'
import type { Editor } from 'tldraw'
import { expect, it } from 'vitest'
import { createTemplateAim } from '@/components/canvas/moving/travel/template-aim'

const MOVED = 'stop-camera-animation'

it('is the template gone to last, until the view is moved otherwise', () => {
  const view = new EventEmitter()
  const aim = createTemplateAim(view as unknown as Editor)
  expect(aim.get()).toBeNull()
  aim.set('curves')
  expect(aim.get()).toBe('curves')
  view.emit(MOVED)
  aim.set('map')
  expect(aim.get()).toBe('map')
  view.emit(MOVED)
  expect(aim.get()).toBeNull()
})

it('leaves nothing behind at the view', () => {
  const view = new EventEmitter()
  const aim = createTemplateAim(view as unknown as Editor)
  aim.set('curves')
  view.emit(MOVED)
  expect(view.listenerCount(MOVED)).toBe(0)
})

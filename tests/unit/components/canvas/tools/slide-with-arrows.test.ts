import type { Editor } from 'tldraw'
import { expect, it } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import { attachClient } from '@/components/canvas/session/store-client'
import { bindSliding, slideOf } from '@/components/canvas/tools/slide-with-arrows'

it('slides by a fiftieth of the curve, by a tenth with Shift', () => {
  expect(slideOf('ArrowRight', false)).toBeCloseTo(0.02)
  expect(slideOf('ArrowDown', false)).toBeCloseTo(-0.02)
  expect(slideOf('ArrowUp', true)).toBeCloseTo(0.1)
  expect(slideOf('ArrowLeft', true)).toBeCloseTo(-0.1)
})

it('leaves every other key alone', () => {
  expect(slideOf('Enter', false)).toBeNull()
})

it('moves what is selected in one step, cards along their curve and the rest freely', () => {
  const done: string[] = []
  const container = new EventTarget()
  const editor = {
    store: {},
    menus: { hasAnyOpenMenus: () => false },
    getContainer: () => container,
    isIn: () => true,
    getSelectedShapes: () => [
      { id: 'shape:card', type: 'card', props: { initiativeId: 'ship', instanceId: 'one', x: 0.5 } },
      { id: 'shape:team', type: 'team', props: {} },
    ],
    nudgeShapes: ([id]: readonly string[]) => void done.push(`nudge ${id}`),
  } as unknown as Editor
  const together = (act: () => void): void => {
    done.push('together')
    act()
    done.push('one step')
  }
  attachClient(editor.store, {
    canEdit: { get: () => true },
    commands: { slide: () => void done.push('slide') },
    undo: { together },
  } as unknown as BoardClient)
  const unbind = bindSliding(editor, { flush: () => void done.push('flush') })
  container.dispatchEvent(Object.assign(new Event('keydown'), { key: 'ArrowRight', shiftKey: false }))
  unbind()
  expect(done).toEqual(['flush', 'together', 'slide', 'nudge shape:team', 'flush', 'one step'])
})

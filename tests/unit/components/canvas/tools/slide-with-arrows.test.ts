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

const CARD = { id: 'shape:card', type: 'card', props: { initiativeId: 'ship', instanceId: 'one', x: 0.5 } }
const team = (at: number) => ({ id: `shape:team-${at}`, type: 'team', props: {} })

/** A canvas on which these are selected, at a clock of the test; what is done to it is noted. */
function selected(shapes: readonly object[]) {
  const done: string[] = []
  const clock = { now: 1_000 }
  const container = new EventTarget()
  const editor = {
    store: {},
    menus: { hasAnyOpenMenus: () => false },
    getContainer: () => container,
    isIn: () => true,
    getSelectedShapes: () => shapes,
    nudgeShapes: ([id]: readonly string[], { x }: { x: number }) => void done.push(`nudge ${id} ${x}`),
  } as unknown as Editor
  const together = (act: () => void): void => {
    done.push('together')
    act()
    done.push('one step')
  }
  attachClient(editor.store, {
    canEdit: { get: () => true },
    commands: { slide: (cards: unknown, by: number) => void done.push(`slide ${by.toFixed(2)}`) },
    undo: { together },
  } as unknown as BoardClient)
  const flush = (): void => void done.push('flush')
  const unbind = bindSliding(editor, { flush }, () => clock.now)
  const press = (repeat: boolean): void => {
    const key = { key: 'ArrowRight', shiftKey: false, repeat }
    container.dispatchEvent(Object.assign(new Event('keydown'), key))
  }
  return { done, clock, press, unbind }
}

it('moves what is selected in one step, cards along their curve and the rest freely', () => {
  const { done, press, unbind } = selected([CARD, team(0)])
  press(false)
  unbind()
  expect(done).toEqual(['flush', 'together', 'slide 0.02', 'nudge shape:team-0 1', 'flush', 'one step'])
})

it('makes one of several strokes of a held key where they move very many, each as far as they', () => {
  const { done, clock, press, unbind } = selected([CARD, ...Array.from({ length: 199 }, (_, at) => team(at))])
  press(false)
  for (let stroke = 0; stroke < 8; stroke++) {
    clock.now += 33
    press(true)
  }
  press(false)
  unbind()
  expect(done.filter((one) => /slide|nudge/.test(one))).toEqual([
    ...['slide 0.02', 'nudge shape:team-0 1'],
    ...['slide 0.08', 'nudge shape:team-0 4'],
    ...['slide 0.08', 'nudge shape:team-0 4'],
    ...['slide 0.02', 'nudge shape:team-0 1'],
  ])
})

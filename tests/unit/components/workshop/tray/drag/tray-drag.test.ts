import { atom } from '@tldraw/state'
import { beforeEach, describe, expect, test } from 'vitest'
import { createTeller } from '@/components/board/client/create-teller'
import type { CanvasHandle } from '@/components/board/canvas/canvas-handle'
import type { Notice } from '@/components/board/board-client'
import { TrayDrag, type PressedCard } from '@/components/workshop/tray/drag/tray-drag'
import type { InitiativeId } from '@/lib/ids'

const CARD: PressedCard = {
  id: 'one' as InitiativeId,
  title: 'Faster search',
  team: undefined,
  grab: { x: 0.5, y: 0.5 },
  by: 'mouse',
  pointerId: 1,
}
/** The fake canvas begins at x = 300 of the window and is drawn at half size. */
const CANVAS_LEFT_PX = 300

let happened: unknown[]
let holder: string | null
let landsAt: ReturnType<CanvasHandle['previewDrop']>
let drag: TrayDrag
const canEdit = atom('can edit', true)
const notice = atom<Notice | null>('notice', null)

beforeEach(() => {
  happened = []
  holder = null
  landsAt = null
  canEdit.set(true)
  notice.set(null)
  const tell =
    (name: string) =>
    (...facts: unknown[]) =>
      void happened.push([name, ...facts])
  const canvas = {
    zoom: atom('zoom', 0.5),
    pageAtClient: ({ x, y }: { x: number; y: number }) =>
      x < CANVAS_LEFT_PX ? null : { x: (x - CANVAS_LEFT_PX) * 2, y: y * 2 },
    previewDrop: (card: unknown) => {
      tell('preview')(card)
      return landsAt
    },
    selectDropped: tell('select'),
  } as unknown as CanvasHandle
  const lane = { heldBy: () => holder, begin: tell('begin'), moveBy: tell('moveBy'), end: tell('end') }
  const commands = { dropInitiative: tell('drop') }
  drag = new TrayDrag({
    canvas: atom('canvas', canvas),
    lane,
    commands,
    canEdit,
    tell: createTeller(notice),
  } as never)
})

describe('a card in the tray', () => {
  test('stays there while another finger has one in the air', () => {
    drag.press(CARD, { x: 100, y: 100 })
    drag.moveTo({ x: 150, y: 100 })
    drag.press({ ...CARD, id: 'two' as InitiativeId, pointerId: 2 }, { x: 100, y: 200 })
    expect(drag.lifted.get()?.id).toBe('one')
  })

  test('stays where it is while the hand only trembles', () => {
    drag.press(CARD, { x: 100, y: 100 })
    drag.moveTo({ x: 103, y: 102 })
    expect(drag.lifted.get()).toBeNull()
    drag.moveTo({ x: 104, y: 100 })
    expect(drag.lifted.get()).toMatchObject({
      id: 'one',
      at: { x: 104, y: 100 },
      corner: { x: -4, y: 56 },
      scale: 1,
    })
  })

  test('needs a longer way under a finger than under a mouse', () => {
    drag.press({ ...CARD, by: 'touch' }, { x: 100, y: 100 })
    drag.moveTo({ x: 105, y: 100 })
    expect(drag.lifted.get()).toBeNull()
    drag.moveTo({ x: 106, y: 100 })
    expect(drag.lifted.get()).not.toBeNull()
  })

  test('is shown to the others from where it enters the canvas, and lights what would take it', () => {
    drag.press(CARD, { x: 100, y: 100 })
    drag.moveTo({ x: 400, y: 200 })
    drag.moveTo({ x: 410, y: 205 })
    expect(happened).toEqual([
      ['begin', 'tray', [{ id: 'one', x: 92, y: 312 }]],
      ['preview', { initiativeId: 'one', at: { x: 92, y: 312 } }],
      ['moveBy', 20, 10],
      ['preview', { initiativeId: 'one', at: { x: 112, y: 322 } }],
    ])
    expect(drag.lifted.get()?.scale).toBe(0.5)
  })

  test('is held by its pin over the canvas, so that it lands where the hand points, and as taken elsewhere', () => {
    drag.press(CARD, { x: 100, y: 100 })
    drag.moveTo({ x: 400, y: 200 })
    expect(drag.lifted.get()?.corner).toEqual({ x: 400 - 54, y: 200 - 44 })
    drag.moveTo({ x: 200, y: 200 })
    expect(drag.lifted.get()?.corner).toEqual({ x: 200 - 108, y: 200 - 44 })
  })

  test('is shown where and as large as it would stand once it would snap to a curve', () => {
    landsAt = { x: 500, y: 40, w: 216, h: 56 }
    drag.press(CARD, { x: 100, y: 100 })
    drag.moveTo({ x: 400, y: 200 })
    expect(drag.lifted.get()).toMatchObject({
      corner: { x: 500, y: 40 },
      size: { w: 216, h: 56 },
      scale: 0.5,
    })
  })

  test('is placed before it is let go, so that the others never miss it, and selected then', () => {
    drag.press(CARD, { x: 100, y: 100 })
    drag.moveTo({ x: 400, y: 200 })
    happened = []
    expect(drag.drop()).toBe(true)
    expect(happened).toEqual([
      ['drop', 'one', { x: 92, y: 312 }],
      ['end'],
      ['preview', null],
      ['select', { initiativeId: 'one', at: { x: 92, y: 312 } }],
    ])
    expect(drag.lifted.get()).toBeNull()
  })

  test('goes back when it is let go outside the canvas', () => {
    drag.press(CARD, { x: 100, y: 100 })
    drag.moveTo({ x: 400, y: 200 })
    drag.moveTo({ x: 200, y: 200 })
    expect(drag.lifted.get()?.scale).toBe(1)
    drag.drop()
    expect(happened.map((fact) => (fact as unknown[])[0])).toEqual(['begin', 'preview', 'end', 'preview'])
  })

  test('goes back when the drag is cancelled, also twice', () => {
    drag.press(CARD, { x: 100, y: 100 })
    drag.moveTo({ x: 400, y: 200 })
    drag.cancel()
    drag.cancel()
    drag.moveTo({ x: 420, y: 200 })
    expect(drag.drop()).toBe(false)
    expect(happened.filter((fact) => (fact as unknown[])[0] === 'end')).toHaveLength(1)
  })

  test('that somebody else moves is refused with that name', () => {
    holder = 'Bo'
    drag.press(CARD, { x: 100, y: 100 })
    drag.moveTo({ x: 400, y: 200 })
    expect(drag.lifted.get()).toBeNull()
    expect(notice.get()?.sentence).toBe('Bo is moving “Faster search” right now.')
  })

  test('cannot be taken by those who may not edit', () => {
    canEdit.set(false)
    drag.press(CARD, { x: 100, y: 100 })
    drag.moveTo({ x: 400, y: 200 })
    expect(drag.lifted.get()).toBeNull()
  })
})

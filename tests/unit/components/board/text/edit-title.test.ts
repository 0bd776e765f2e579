import { expect, test } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import { editTitle } from '@/components/board/text/edit-title'
import { initiativeId, seededBoard } from '@/tests/support/boards/board-builders'

/** A text area without a page; no initiative has its title. */
class FakeArea extends EventTarget {
  hasWindow = true
  readonly done: string[] = []
  readonly stop: () => void
  readonly ownerDocument = { hasFocus: () => this.hasWindow }

  constructor() {
    super()
    const client = { board: seededBoard() } as unknown as BoardClient
    const field = this as unknown as HTMLTextAreaElement
    this.stop = editTitle(client, { id: initiativeId('ship'), field, onDone: (by) => this.done.push(by) })
  }

  focus(): void {
    this.done.push('focused')
  }

  select(): void {
    this.done.push('selected')
  }

  blur(): void {
    this.dispatchEvent(new Event('blur'))
  }

  press(key: string, isComposing = false): Event {
    const event = Object.assign(new Event('keydown', { cancelable: true }), { key, isComposing })
    this.dispatchEvent(event)
    return event
  }
}

test('a title takes the keyboard, whole, and ends with Enter or Escape', () => {
  const area = new FakeArea()
  expect(area.press('a').defaultPrevented).toBe(false)
  expect(area.press('Enter').defaultPrevented).toBe(true)
  area.press('Escape')
  expect(area.done).toEqual(['focused', 'selected', 'key', 'key'])
})

test('an Enter that only ends a composed letter does not end the title', () => {
  const area = new FakeArea()
  area.press('Enter', true)
  expect(area.done).toEqual(['focused', 'selected'])
})

test('a title ends when the keyboard goes elsewhere on the page, not when another window takes it', () => {
  const area = new FakeArea()
  area.hasWindow = false
  area.blur()
  expect(area.done).not.toContain('blur')
  area.hasWindow = true
  area.blur()
  expect(area.done).toContain('blur')
})

test('a title that is put away says nothing more', () => {
  const area = new FakeArea()
  area.stop()
  area.press('Enter')
  expect(area.done).toEqual(['focused', 'selected'])
})

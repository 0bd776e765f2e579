import { atom } from '@tldraw/state'
import { expect, test } from 'vitest'
import { bindText, type TextField } from '@/components/board/text/bind-text'
import { createUndoStack } from '@/components/board/undo/create-undo-stack'
import type { UndoStack } from '@/components/board/undo/undo-stack'
import type { BoardDocument } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { editText } from '@/lib/board/operations/texts'
import { readInitiative } from '@/lib/board/read'
import {
  NOW,
  authorOf,
  copyOf,
  initiativeId,
  seededBoard,
  syncBoards,
} from '@/tests/support/boards/board-builders'

const SHIP = initiativeId('ship')
const TITLE = { root: 'initiatives', id: SHIP, field: 'title' } as const

/** An input without a page. */
class FakeField implements TextField {
  value = ''
  selectionStart = 0
  selectionEnd = 0
  readonly #listeners = new Map<string, Set<(event: Event) => void>>()

  setSelectionRange(start: number, end: number): void {
    this.selectionStart = start
    this.selectionEnd = end
  }

  addEventListener(type: string, listener: (event: Event) => void): void {
    this.#listeners.set(type, (this.#listeners.get(type) ?? new Set()).add(listener))
  }

  removeEventListener(type: string, listener: (event: Event) => void): void {
    this.#listeners.get(type)?.delete(listener)
  }

  fire(type: string, event: object = {}): void {
    for (const listener of this.#listeners.get(type) ?? []) {
      listener({
        preventDefault: () => undefined,
        stopPropagation: () => undefined,
        ...event,
      } as unknown as Event)
    }
  }

  /** Types over the selection, as a person does. */
  type(text: string): void {
    const { value, selectionStart, selectionEnd } = this
    this.value = value.slice(0, selectionStart) + text + value.slice(selectionEnd)
    this.setSelectionRange(selectionStart + text.length, selectionStart + text.length)
    this.fire('input')
  }
}

interface Typist {
  readonly field: FakeField
  readonly undo: UndoStack
  readonly editing: (string | null | undefined)[]
  unbind(): void
}

function sitDown(board: BoardDocument, canEdit = atom('can edit', true), isMultiline = false): Typist {
  const field = new FakeField()
  const editing: (string | null | undefined)[] = []
  const undo = createUndoStack({
    board,
    author: (origin) => authorOf('ada', origin),
    now: () => NOW,
    canEdit: () => canEdit.get(),
  })
  const client = {
    board,
    undo,
    canEdit,
    presence: { set: (part: { editing?: string | null }) => editing.push(part.editing) },
  }
  const unbind = bindText({
    client: client as unknown as Parameters<typeof bindText>[0]['client'],
    text: TITLE,
    field,
    maxCharacters: 20,
    isMultiline,
  })
  return { field, undo, editing, unbind }
}

function boardWithTitle(): BoardDocument {
  const board = seededBoard()
  addInitiatives(board, authorOf('ada'), [{ id: SHIP, title: 'Ship it' }])
  return board
}

function title(board: BoardDocument): string {
  return readInitiative(board, SHIP)?.title ?? ''
}

function elsewhere(board: BoardDocument, edit: { at: number; remove: number; insert: string }): void {
  const other = copyOf(board, 9)
  editText(other, authorOf('bo'), { ...TITLE, ...edit })
  syncBoards(board, other)
}

test('what is typed goes into the text, and it alone', () => {
  const board = boardWithTitle()
  const { field } = sitDown(board)
  expect(field.value).toBe('Ship it')
  field.fire('focus')
  field.setSelectionRange(7, 7)
  field.type(' now')
  expect(title(board)).toBe('Ship it now')
})

test('others’ letters appear around the caret and the selection', () => {
  const board = boardWithTitle()
  const { field } = sitDown(board)
  field.fire('focus')
  field.setSelectionRange(5, 7)
  elsewhere(board, { at: 0, remove: 0, insert: 'We ' })
  expect(field.value).toBe('We Ship it')
  expect([field.selectionStart, field.selectionEnd]).toEqual([8, 10])
})

test('a field without the keyboard keeps its hands off the selection', () => {
  const board = boardWithTitle()
  const { field } = sitDown(board)
  field.setSelectionRange(3, 3)
  elsewhere(board, { at: 0, remove: 0, insert: 'We ' })
  expect(field.value).toBe('We Ship it')
  expect(field.selectionStart).toBe(3)
})

test('letters being composed are left alone, and land where they belong among what came meanwhile', () => {
  const board = boardWithTitle()
  const { field } = sitDown(board)
  field.fire('focus')
  field.setSelectionRange(7, 7)
  field.fire('compositionstart')
  field.type('に')
  expect(title(board)).toBe('Ship it')
  elsewhere(board, { at: 0, remove: 0, insert: 'We ' })
  expect(field.value).toBe('Ship itに')
  field.value = 'Ship it日'
  field.setSelectionRange(8, 8)
  field.fire('compositionend')
  expect(title(board)).toBe('We Ship it日')
  expect(field.value).toBe('We Ship it日')
  expect(field.selectionStart).toBe(11)
})

test('the limit holds, and a line break in a single line is a space', () => {
  const board = boardWithTitle()
  const { field } = sitDown(board)
  field.setSelectionRange(7, 7)
  field.type('\nto\r\neverybody everywhere')
  expect(title(board)).toBe('Ship it to everybody')
  expect(field.value).toBe('Ship it to everybody')
})

test('several lines keep their breaks', () => {
  const board = boardWithTitle()
  const { field } = sitDown(board, atom('can edit', true), true)
  field.setSelectionRange(7, 7)
  field.type('\nnow')
  expect(title(board)).toBe('Ship it\nnow')
})

test('one stay in the field is one undo step, reached by its own keys', () => {
  const board = boardWithTitle()
  const { field, undo, editing } = sitDown(board)
  field.fire('focus')
  field.setSelectionRange(7, 7)
  field.type('!')
  field.type('!')
  field.fire('blur')
  field.fire('focus')
  field.type('?')
  field.fire('keydown', { key: 'z', ctrlKey: true, metaKey: false, shiftKey: false, altKey: false })
  expect(title(board)).toBe('Ship it!!')
  expect(field.value).toBe('Ship it!!')
  undo.undo()
  expect(title(board)).toBe('Ship it')
  expect(editing).toEqual([`initiatives/${SHIP}`, null, `initiatives/${SHIP}`])
})

test('who may not edit gets the text back', () => {
  const board = boardWithTitle()
  const { field } = sitDown(board, atom('can edit', false))
  field.setSelectionRange(0, 0)
  field.type('Not ')
  expect(title(board)).toBe('Ship it')
  expect(field.value).toBe('Ship it')
})

test('an unbound field hears and says nothing more', () => {
  const board = boardWithTitle()
  const { field, unbind } = sitDown(board)
  unbind()
  field.type('x')
  expect(title(board)).toBe('Ship it')
  elsewhere(board, { at: 0, remove: 0, insert: 'We ' })
  expect(field.value).toBe('xShip it')
})

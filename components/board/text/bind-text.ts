import type * as Y from 'yjs'
import type { BoardClient } from '../board-client'
import type { TextRef, TextSession } from '../undo/undo-stack'
import { findText } from '../undo/text-histories'
import { findChange, mapIndex, withinLimit, type DeltaPart } from './text-change'

type FieldEvent =
  'input' | 'compositionstart' | 'compositionend' | 'focus' | 'blur' | 'keydown' | 'beforeinput'

/** What is needed of an `<input>` or `<textarea>`. */
export interface TextField {
  value: string
  readonly selectionStart: number | null
  readonly selectionEnd: number | null
  setSelectionRange(start: number, end: number): void
  addEventListener(type: FieldEvent, listener: (event: Event) => void): void
  removeEventListener(type: FieldEvent, listener: (event: Event) => void): void
}

interface TextBindingParts {
  readonly client: Pick<BoardClient, 'board' | 'undo' | 'canEdit' | 'presence'>
  readonly text: TextRef
  readonly field: TextField
  readonly maxCharacters: number
  /** Whether line breaks stay; in a single line they become spaces. */
  readonly isMultiline?: boolean
  /** Whether the field has the keyboard already. */
  readonly isFocused?: boolean
}

/**
 * Joins an input to a text that others type in as well: every stroke goes into the text, others' letters appear
 * around the caret. Answers with the undo. A text that does not exist leaves the field alone.
 */
export function bindText(parts: TextBindingParts): () => void {
  const shared = findText(parts.client.board, parts.text)
  if (!shared) return () => undefined
  const binding = new TextBinding(parts, shared)
  return () => binding.stop()
}

class TextBinding {
  private readonly parts: TextBindingParts
  private readonly shared: Y.Text
  private readonly session: TextSession
  /** What the field showed when it and the text were last the same. */
  private known: string
  /** Others' changes while letters are being composed: touching the field then would break the composition. */
  private held: (readonly DeltaPart[])[] = []
  private isComposing = false
  private isTyping = false
  private isFocused: boolean
  private readonly listeners: readonly (readonly [FieldEvent, (event: Event) => void])[]

  constructor(parts: TextBindingParts, shared: Y.Text) {
    this.parts = parts
    this.shared = shared
    this.session = parts.client.undo.openText(parts.text)
    this.known = shared.toJSON()
    this.isFocused = parts.isFocused ?? false
    parts.field.value = this.known
    this.listeners = [
      ['input', () => this.handleInput()],
      ['compositionstart', () => void (this.isComposing = true)],
      ['compositionend', () => this.handleComposed()],
      ['focus', () => this.handleFocus()],
      ['blur', () => this.handleBlur()],
      ['keydown', (event) => this.handleKey(event)],
      ['beforeinput', (event) => this.handleBrowserUndo(event)],
    ]
    for (const [type, listener] of this.listeners) parts.field.addEventListener(type, listener)
    shared.observe(this.handleShared)
  }

  stop(): void {
    for (const [type, listener] of this.listeners) this.parts.field.removeEventListener(type, listener)
    this.shared.unobserve(this.handleShared)
    if (this.isFocused) this.handleBlur()
  }

  private handleInput(): void {
    if (!this.isComposing) this.takeInput()
  }

  private handleComposed(): void {
    this.isComposing = false
    this.takeInput()
    this.held = []
  }

  private takeInput(): void {
    const { field, client, maxCharacters } = this.parts
    const typed = this.parts.isMultiline ? field.value : field.value.replaceAll(/\r\n|[\r\n]/g, ' ')
    const found = client.canEdit.get()
      ? findChange(this.known, typed, field.selectionEnd ?? typed.length)
      : null
    if (!found) return this.show(field.selectionEnd ?? 0)
    const change = withinLimit(found, this.known.length, maxCharacters)
    const at = this.afterHeld(change.at)
    this.isTyping = true
    this.session.edit({ at, remove: this.afterHeld(change.at + change.remove) - at, insert: change.insert })
    this.isTyping = false
    this.show(at + change.insert.length)
  }

  /** Where a place of the known text is in the shared one. */
  private afterHeld(index: number): number {
    return this.held.reduce((mapped, delta) => mapIndex(mapped, delta), index)
  }

  /** Puts the shared text into the field, the caret there, unless they agree already. */
  private show(caret: number): void {
    const { field } = this.parts
    this.known = this.shared.toJSON()
    if (field.value === this.known) return
    field.value = this.known
    if (this.isFocused) field.setSelectionRange(caret, caret)
  }

  private readonly handleShared = (event: Y.YTextEvent): void => {
    if (this.isTyping) return
    const delta = event.delta as readonly DeltaPart[]
    if (this.isComposing) {
      this.held.push(delta)
      return
    }
    const { field } = this.parts
    const start = mapIndex(field.selectionStart ?? 0, delta)
    const end = mapIndex(field.selectionEnd ?? 0, delta)
    this.known = this.shared.toJSON()
    field.value = this.known
    if (this.isFocused) field.setSelectionRange(start, end)
  }

  private handleFocus(): void {
    this.isFocused = true
    const { root, id } = this.parts.text
    this.parts.client.presence.set({ editing: `${root}/${id}` })
  }

  private handleBlur(): void {
    this.isFocused = false
    this.session.close()
    this.parts.client.presence.set({ editing: null })
  }

  /** The browser's own history knows nothing of others' letters; ours does. */
  private handleKey(event: Event): void {
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event as KeyboardEvent
    if (altKey || !(ctrlKey || metaKey)) return
    const letter = key.toLowerCase()
    if (letter !== 'z' && letter !== 'y') return
    this.move(event, letter === 'y' || shiftKey ? 'redo' : 'undo')
  }

  private handleBrowserUndo(event: Event): void {
    const { inputType } = event as InputEvent
    if (inputType === 'historyUndo') this.move(event, 'undo')
    if (inputType === 'historyRedo') this.move(event, 'redo')
  }

  private move(event: Event, direction: 'undo' | 'redo'): void {
    event.preventDefault()
    event.stopPropagation()
    this.parts.client.undo[direction]()
  }
}

import { useLayoutEffect, useRef, type FocusEvent } from 'react'
import { isAnythingFocused } from '../../../ui/is-anything-focused'

/** A line of one of the lists; it may be gone by now. */
interface Place {
  readonly line: Element
  readonly list: Element
  /** Where in the list it stands, or stood last. */
  readonly at: number
}

/**
 * Keeps the keyboard among the boards. Where what had it goes, as a board that is deleted does, the board that stands
 * there then has it, or the heading where none does; whoever brings a board back is taken to it.
 */
export function useKeyboardKept() {
  const section = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const held = useRef<Element | null>(null)
  const given = useRef<Element | null>(null)
  const place = useRef<Place | null>(null)
  const awaited = useRef<string | null>(null)

  const give = (target: HTMLElement | null): void => {
    given.current = target
    target?.focus()
  }
  useLayoutEffect(() => {
    if (place.current?.line.isConnected) place.current = placeOf(place.current.line)
    const isLost = isGone(held.current) && !isAnythingFocused()
    const back = buttonOfBoard(section.current, awaited.current)
    if (back) awaited.current = null
    if (back && (isLost || document.activeElement === given.current)) give(back)
    else if (isLost) give(buttonAt(place.current) ?? heading.current)
  })
  return {
    section,
    heading,
    /** The keyboard goes to this board as soon as it is in the list, unless it has been taken elsewhere by then. */
    followTo: (boardId: string): void => {
      awaited.current = boardId
    },
    onFocus: ({ target, currentTarget }: FocusEvent): void => {
      // What hangs from the section, such as a menu, stands elsewhere on the page.
      if (!currentTarget.contains(target)) return
      held.current = target
      const line = target.closest('li')
      if (line) place.current = placeOf(line)
    },
    /** Not called for what is taken off the page: only then is the keyboard lost. */
    onBlur: (): void => {
      held.current = null
    },
  }
}

function isGone(element: Element | null): boolean {
  return element !== null && !element.isConnected
}

function placeOf(line: Element): Place | null {
  const list = line.parentElement
  return list && { line, list, at: [...list.children].indexOf(line) }
}

function buttonAt(place: Place | null): HTMLElement | null {
  if (!place?.list.isConnected) return null
  const lines = place.list.children
  return lines[Math.min(place.at, lines.length - 1)]?.querySelector('button') ?? null
}

function buttonOfBoard(section: HTMLElement | null, boardId: string | null): HTMLElement | null {
  if (boardId === null) return null
  const cards = [...(section?.querySelectorAll<HTMLElement>('[data-board]') ?? [])]
  return cards.find(({ dataset }) => dataset['board'] === boardId)?.querySelector('button') ?? null
}

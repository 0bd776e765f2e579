import { expect, test } from 'vitest'
import { goOnIn } from '@/components/board/text/go-on-in'

/** A field without a page, and what has the keyboard there. */
function fieldIn(page: { activeElement: unknown; body: unknown }) {
  const done: unknown[] = []
  const field = {
    ownerDocument: page,
    value: 'Half',
    focus: () => done.push('focused'),
    setSelectionRange: (...caret: number[]) => done.push(caret),
    setRangeText: (...typed: unknown[]) => done.push(typed),
    dispatchEvent: ({ type }: Event) => done.push(type),
  }
  return { field: field as unknown as HTMLTextAreaElement, done }
}

const [BODY, PANEL, ELSEWHERE] = [{}, {} as Element, {}]

test('the caret is put back, and what came for the field is typed there, up to the key that ended it', () => {
  const { field, done } = fieldIn({ activeElement: BODY, body: BODY })
  goOnIn(field, { text: 'Half', caret: [2, 4], late: 'ab\nc' })
  expect(done).toEqual(['focused', [2, 4], ['ab', 2, 4, 'end'], 'input'])
})

test('lines stay lines where the field has several', () => {
  const { field, done } = fieldIn({ activeElement: PANEL, body: BODY })
  goOnIn(field, { text: '', caret: [0, 0], late: 'a\nb' }, { home: PANEL, isMultiline: true })
  expect(done).toEqual(['focused', [0, 0], ['a\nb', 0, 0, 'end'], 'input'])
})

test('whoever is elsewhere by now keeps the keyboard there, and the letters come into the field all the same', () => {
  const { field, done } = fieldIn({ activeElement: ELSEWHERE, body: BODY })
  goOnIn(field, { text: 'Half', caret: [4, 4], late: 'a' }, { home: PANEL })
  expect(done).toEqual([['a', 4, 4, 'end'], 'input'])
})

test('nothing is done in a field that nobody was in', () => {
  const { field, done } = fieldIn({ activeElement: BODY, body: BODY })
  goOnIn(field, { text: 'Half', caret: null, late: '' })
  expect(done).toEqual([])
})

test('whoever wrote here themselves meanwhile has the letters where they were meant, and their own caret', () => {
  const { field, done } = fieldIn({ activeElement: BODY, body: BODY })
  goOnIn(field, { text: 'Half', caret: [0, 4], late: 'a' }, { hasLeft: true })
  field.value = 'x'
  goOnIn(field, { text: 'Half', caret: [0, 4], late: 'a' }, { hasLeft: true })
  expect(done).toEqual([['a', 0, 4, 'preserve'], 'input', ['a', 0, 0, 'preserve'], 'input'])
})

test('a single line ends with the key that ended it, where its person goes on in it', () => {
  let ended = 0
  const goOn = (
    late: string,
    returning: Parameters<typeof goOnIn>[2],
    activeElement: unknown = BODY,
  ): number => {
    const { field } = fieldIn({ activeElement, body: BODY })
    goOnIn(field, { text: 'Half', caret: [4, 4], late }, { onEnter: () => ended++, ...returning })
    return ended
  }
  expect(goOn('a', {})).toBe(0)
  expect(goOn('a\nb', { isMultiline: true })).toBe(0)
  expect(goOn('a\nb', {}, ELSEWHERE)).toBe(0)
  expect([goOn('a\nb', {}), goOn('\n', {})]).toEqual([1, 2])
})

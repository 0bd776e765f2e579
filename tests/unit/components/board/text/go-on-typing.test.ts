import { atom } from '@tldraw/state'
import { expect, test } from 'vitest'
import { createDrafts } from '@/components/board/text/drafts'
import { goOnTyping } from '@/components/board/text/go-on-typing'
import type { BoardClient } from '@/components/board/board-client'

function standIn() {
  const [isWhole, canEdit] = [atom('is whole', false), atom('can edit', true)]
  const typed: unknown[] = []
  const carets: unknown[] = []
  const page: { activeElement: unknown; body: unknown } = { activeElement: null, body: null }
  const field = {
    ownerDocument: page,
    value: 'Half',
    focus: () => undefined,
    setSelectionRange: (...caret: number[]) => carets.push(caret),
    setRangeText: (letters: string) => typed.push(letters),
    dispatchEvent: () => true,
  } as unknown as HTMLTextAreaElement
  let goElsewhere = (): void => undefined
  const hearLeaving = (leave: () => void) => {
    goElsewhere = leave
    return () => undefined
  }
  let hear = (_key: string): void => undefined
  const dropLetters = (told: typeof hear) => {
    hear = told
    return () => undefined
  }
  const client = {
    drafts: createDrafts({ dropLetters, hearLeaving, now: () => 0 }),
    offline: { isWhole },
    canEdit,
  }
  const ended: string[] = []
  const begin = () =>
    goOnTyping(client as unknown as BoardClient, {
      ...{ name: 'title', field },
      onEnter: () => ended.push('ended'),
    })
  const press = (key: string): void => hear(key)
  return {
    ...client,
    ...{ isWhole, typed, carets, page, field, ended, begin, press },
    goElsewhere: () => goElsewhere(),
  }
}

test('what came for a field is typed once all that was typed before stands in it', async () => {
  const { drafts, isWhole, typed, begin, press } = standIn()
  drafts.put('title', { text: 'Half', caret: [4, 4] })
  begin()
  press('a')
  await Promise.resolve()
  expect(typed).toEqual([])
  isWhole.set(true)
  await Promise.resolve()
  expect([typed, drafts.take('title')]).toEqual([['a'], null])
})

test('a field that goes again before takes nothing: the next one gets it', async () => {
  const { drafts, isWhole, typed, begin, press } = standIn()
  drafts.put('title', { text: 'Half', caret: [4, 4] })
  press('a')
  begin()()
  isWhole.set(true)
  await Promise.resolve()
  expect([typed, drafts.take('title')?.late]).toEqual([[], 'a'])
})

test('what came for a field waits until its person may edit it', async () => {
  const { drafts, isWhole, canEdit, typed, begin, press } = standIn()
  drafts.put('title', { text: 'Half', caret: [4, 4] })
  press('a')
  canEdit.set(false)
  begin()
  isWhole.set(true)
  await Promise.resolve()
  expect(typed).toEqual([])
  canEdit.set(true)
  canEdit.set(false)
  await Promise.resolve()
  expect(typed).toEqual([])
  canEdit.set(true)
  await Promise.resolve()
  expect(typed).toEqual(['a'])
})

test('a field that has the keyboard has the caret where it was at once, not all of it selected', () => {
  const { drafts, carets, page, field, begin } = standIn()
  drafts.put('title', { text: 'Half', caret: [2, 2] })
  page.activeElement = field
  begin()
  expect(carets).toEqual([[2, 2]])
})

test('whoever went elsewhere, or wrote here already, keeps their caret, and the letters come in all the same', async () => {
  const { drafts, isWhole, typed, carets, goElsewhere, begin, press } = standIn()
  drafts.put('title', { text: 'Half', caret: [4, 4] })
  press('a')
  begin()
  goElsewhere()
  isWhole.set(true)
  await Promise.resolve()
  expect([typed, carets]).toEqual([['a'], []])
})

test('a title that was ended with Enter is ended', async () => {
  const { drafts, isWhole, typed, ended, begin, press } = standIn()
  drafts.put('title', { text: 'Half', caret: [4, 4] })
  ;['a', 'Enter', 'b'].forEach(press)
  begin()
  isWhole.set(true)
  await Promise.resolve()
  expect([typed, ended]).toEqual([['a'], ['ended']])
})

import { atom } from '@tldraw/state'
import { expect, test } from 'vitest'
import { createDrafts } from '@/components/board/text/drafts'
import { goOnTyping } from '@/components/board/text/go-on-typing'
import type { BoardClient } from '@/components/board/board-client'

function standIn() {
  const isWhole = atom('is whole', false)
  const typed: unknown[] = []
  const field = {
    ownerDocument: { activeElement: null, body: null },
    focus: () => undefined,
    setSelectionRange: () => undefined,
    setRangeText: (letters: string) => typed.push(letters),
    dispatchEvent: () => true,
  } as unknown as HTMLTextAreaElement
  let hear = (_key: string): void => undefined
  const dropLetters = (told: typeof hear) => {
    hear = told
    return () => undefined
  }
  const client = { drafts: createDrafts({ dropLetters, now: () => 0 }), offline: { isWhole } }
  const begin = () => goOnTyping(client as unknown as BoardClient, { name: 'title', field })
  return { ...client, isWhole, typed, begin, press: (key: string) => hear(key) }
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

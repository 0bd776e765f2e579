import { expect, test } from 'vitest'
import { createDrafts } from '@/components/board/text/drafts'

test('what was typed is handed over once, and letters are dropped from when the field went until it is back', () => {
  let dropping = 0
  const drafts = createDrafts(() => {
    dropping++
    return () => dropping--
  })
  drafts.put('add', { text: 'Half a ti', caret: [9, 9] })
  expect(dropping).toBe(1)
  drafts.put('title', { text: 'Whole', caret: [2, 5] })
  expect(dropping).toBe(1)
  expect([drafts.take('title'), dropping]).toEqual([{ text: 'Whole', caret: [2, 5] }, 0])
  expect([drafts.take('title'), drafts.take('add')]).toEqual([null, { text: 'Half a ti', caret: [9, 9] }])
})

test('whoever typed nothing there loses no letters', () => {
  let dropping = 0
  const drafts = createDrafts(() => {
    dropping++
    return () => dropping--
  })
  drafts.put('add', { text: 'Half a ti', caret: null })
  expect([dropping, drafts.take('add')]).toEqual([0, { text: 'Half a ti', caret: null }])
  drafts.put('add', { text: '', caret: [0, 0] })
  expect([dropping, drafts.take('add')]).toEqual([0, { text: '', caret: [0, 0] }])
})

import { expect, test } from 'vitest'
import { createDrafts } from '@/components/board/text/drafts'

test('what was typed is handed over once, and letters are dropped from when the field went until it is back', () => {
  let dropping = 0
  const dropLetters = () => {
    dropping++
    return () => dropping--
  }
  const drafts = createDrafts({ dropLetters })
  drafts.put('add', { text: 'Half a ti', caret: [9, 9] })
  expect(dropping).toBe(1)
  drafts.put('title', { text: 'Whole', caret: [2, 5] })
  expect(dropping).toBe(1)
  expect([drafts.take('title'), dropping]).toEqual([{ text: 'Whole', caret: [2, 5], late: '' }, 0])
  expect([drafts.take('title'), drafts.take('add')]).toEqual([
    null,
    { text: 'Half a ti', caret: [9, 9], late: '' },
  ])
})

test('whoever typed nothing there loses no letters', () => {
  let dropping = 0
  const dropLetters = () => {
    dropping++
    return () => dropping--
  }
  const drafts = createDrafts({ dropLetters })
  drafts.put('add', { text: 'Half a ti', caret: null })
  expect([dropping, drafts.take('add')]).toEqual([0, { text: 'Half a ti', caret: null, late: '' }])
  drafts.put('add', { text: '', caret: [0, 0] })
  expect([dropping, drafts.take('add')]).toEqual([0, { text: '', caret: [0, 0], late: '' }])
})

/** Drafts of a page at this time, and a keyboard. */
function standIn() {
  let [nowMs, hear, goElsewhere] = [0, (_key: string): void => undefined, (): void => undefined]
  const dropLetters = (told: (key: string) => void) => {
    hear = told
    return () => (hear = () => undefined)
  }
  const hearLeaving = (leave: () => void) => {
    goElsewhere = leave
    return () => (goElsewhere = () => undefined)
  }
  const drafts = createDrafts({ dropLetters, hearLeaving, now: () => nowMs })
  const press = (...keys: string[]): void => keys.forEach((key) => hear(key))
  return { drafts, press, goElsewhere: () => goElsewhere(), wait: (ms: number) => (nowMs += ms) }
}

test('what is typed for a field while it is away comes along, as the keys say', () => {
  const { drafts, press } = standIn()
  drafts.put('title', { text: 'Half', caret: [4, 4] })
  press('x', 'Backspace', 'Backspace', 'Shift', ' ', 'a', 'é', 'ArrowLeft', 'Enter', 'b')
  expect(drafts.take('title')?.late).toBe(' aé\nb')
  press('c')
  drafts.put('title', { text: 'Half', caret: [4, 4] })
  expect(drafts.take('title')?.late).toBe('')
})

test('a field that goes twice before it is back goes on where it was at first', () => {
  const { drafts, press } = standIn()
  drafts.put('title', { text: 'Half', caret: [4, 4] })
  press('a')
  drafts.put('title', { text: 'Half', caret: null })
  press('b')
  expect(drafts.take('title')).toEqual({ text: 'Half', caret: [4, 4], late: 'ab' })
})

test('a field that goes at the same moment, with nobody in it, takes no letters from the one that is written in', () => {
  const { drafts, press } = standIn()
  drafts.put('title', { text: 'Half', caret: [4, 4] })
  press('a')
  drafts.put('add', { text: 'Other', caret: null })
  press('b')
  expect(drafts.take('add')).toEqual({ text: 'Other', caret: null, late: '' })
  press('c')
  expect(drafts.take('title')).toEqual({ text: 'Half', caret: [4, 4], late: 'abc' })
})

test('whoever goes on to another field leaves in the first what they typed for it', () => {
  const { drafts, press } = standIn()
  drafts.put('title', { text: 'Half', caret: [4, 4] })
  press('a')
  drafts.put('add', { text: 'Other', caret: [5, 5] })
  press('b')
  expect([drafts.take('title')?.late, drafts.take('add')?.late]).toEqual(['a', 'b'])
})

test('it is under its person’s hands for a minute, and until it is taken', () => {
  const { drafts, wait } = standIn()
  drafts.put('title', { text: 'Half', caret: [4, 4] })
  wait(59_999)
  expect([drafts.isUnderHands('title'), drafts.isUnderHands('add')]).toEqual([true, false])
  wait(1)
  expect(drafts.isUnderHands('title')).toBe(false)
  drafts.put('title', { text: 'Half', caret: [4, 4] })
  drafts.take('title')
  expect(drafts.isUnderHands('title')).toBe(false)
})

test('it is no more under the hands of somebody who went elsewhere, but what they typed for it waits', () => {
  const { drafts, press, goElsewhere } = standIn()
  drafts.put('title', { text: 'Half', caret: [4, 4] })
  press('a')
  goElsewhere()
  expect([drafts.isUnderHands('title'), drafts.waiting('title')?.caret]).toEqual([false, [4, 4]])
  expect(drafts.take('title')?.late).toBe('a')
})

test('it is under the hands of whoever came back and was in it when it went once more', () => {
  const { drafts, press, goElsewhere } = standIn()
  drafts.put('title', { text: 'Half', caret: [4, 4] })
  press('a')
  goElsewhere()
  drafts.put('title', { text: 'Half', caret: [2, 2] })
  expect(drafts.isUnderHands('title')).toBe(true)
  press('b')
  expect(drafts.take('title')).toEqual({ text: 'Half', caret: [4, 4], late: 'ab' })
})

test('of two fields the one that its person went on to is under their hands', () => {
  const { drafts } = standIn()
  drafts.put('title', { text: 'Half', caret: [4, 4] })
  drafts.put('other', { text: 'Other', caret: null })
  expect(['title', 'other'].map(drafts.isUnderHands)).toEqual([true, false])
  drafts.put('other', { text: 'Other', caret: [0, 0] })
  expect(['title', 'other'].map(drafts.isUnderHands)).toEqual([false, true])
})

test('what nobody took within a minute is forgotten, except what stands nowhere else', () => {
  const { drafts, wait } = standIn()
  drafts.put('title', { text: 'Half', caret: null })
  drafts.put('add', { text: 'Unsaid', caret: null }, { lasts: true })
  wait(60_000)
  drafts.put('other', { text: 'Other', caret: null })
  expect([drafts.take('title'), drafts.take('add')?.text]).toEqual([null, 'Unsaid'])
})

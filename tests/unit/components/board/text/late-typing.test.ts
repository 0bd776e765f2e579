import { expect, it } from 'vitest'
import { dropLateTyping, LATE_TYPING_PAUSE_MS } from '@/components/board/text/late-typing'
import { FakeClock } from '@/tests/support/fake-clock'

function standIn() {
  const page = new EventTarget()
  const clock = new FakeClock()
  const heard: string[] = []
  const late: string[] = []
  const stop = dropLateTyping({
    page,
    hear: (key) => late.push(key),
    clock: { ...clock, now: () => 0, after: clock.after.bind(clock), frame: () => () => undefined },
  })
  page.addEventListener('keydown', (event) => heard.push((event as unknown as KeyboardEvent).key))
  const press = (key: string, held: { ctrlKey?: boolean; altKey?: boolean } = {}, modifier = ''): boolean => {
    const getModifierState = (name: string): boolean => name === modifier
    const event = Object.assign(new Event('keydown', { cancelable: true }), {
      key,
      ...held,
      getModifierState,
    })
    return page.dispatchEvent(event)
  }
  return { page, clock, heard, late, stop, press }
}

it('takes letters that come too late, and what would delete or move, from everybody on the page', () => {
  const { press, heard } = standIn()
  expect(['n', 'Backspace', 'Enter', 'ArrowLeft'].map((key) => press(key))).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect(heard).toEqual([])
})

it('lets commands through that nobody writes', () => {
  const { press, heard } = standIn()
  press('z', { ctrlKey: true })
  press('Escape')
  expect(heard).toEqual(['z', 'Escape'])
})

it('ends with the first pause, however long the writing went on', async () => {
  const { press, heard, clock } = standIn()
  for (let letter = 0; letter < 5; letter++) {
    await clock.advance(LATE_TYPING_PAUSE_MS - 1)
    press('n')
  }
  expect(heard).toEqual([])
  await clock.advance(LATE_TYPING_PAUSE_MS)
  press('n')
  expect(heard).toEqual(['n'])
})

it('ends where a pointer is pressed, and when it is called off', () => {
  const first = standIn()
  first.page.dispatchEvent(new Event('pointerdown'))
  first.press('n')
  expect(first.heard).toEqual(['n'])
  const second = standIn()
  second.stop()
  second.press('n')
  expect([second.heard, second.clock.waiting]).toEqual([['n'], 0])
})

it('tells which keys came too late', () => {
  const { press, late, stop } = standIn()
  for (const key of ['n', 'Escape', 'Backspace']) press(key)
  press('z', { ctrlKey: true })
  stop()
  press('m')
  expect(late).toEqual(['n', 'Backspace'])
})

it('takes a letter that is written with AltGr for a letter, also where it is told as Ctrl and Alt', () => {
  const { press, late, heard } = standIn()
  const held = { ctrlKey: true, altKey: true }
  press('AltGraph')
  press('@', held, 'AltGraph')
  press('k', held)
  expect([late, heard]).toEqual([['@'], ['AltGraph', 'k']])
})

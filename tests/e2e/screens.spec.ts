import { expect, test } from '@playwright/test'
import { findAxeFaults } from '../support/pages/axe'
import { openBrowserOf } from '../support/pages/people'
import { BOARD, DIALOGS } from '../support/screens/board-screens'
import { ENTRY, HOME } from '../support/screens/entry-screens'
import { lookAt } from '../support/screens/look-at'
import { ScreenWorld } from '../support/screens/screen-world'
import { PEOPLE, TEAMS, TROUBLE } from '../support/screens/shared-screens'
import { DEVICES, Stage } from '../support/screens/stage'
import { whatCoversTheMark } from '../support/screens/faults/what-covers-the-mark'
import { whatDoesNotFit } from '../support/screens/faults/what-does-not-fit'
import { whatHidesItsFocus } from '../support/screens/faults/what-hides-its-focus'
import { whatIsClipped } from '../support/screens/faults/what-is-clipped'
import { whatIsCovered } from '../support/screens/faults/what-is-covered'
import { whatLooksNative } from '../support/screens/faults/what-looks-native'
import { whatMoves } from '../support/screens/faults/what-moves'
import { whatOverlaps } from '../support/screens/faults/what-overlaps'
import { DETAILS, HINTS_AND_NOTICES, IMPORT, TEMPLATES } from '../support/screens/work-screens'

const CHAPTERS = [
  ENTRY,
  HOME,
  BOARD,
  DIALOGS,
  IMPORT,
  DETAILS,
  TEMPLATES,
  TEAMS,
  PEOPLE,
  HINTS_AND_NOTICES,
  TROUBLE,
]

// Each worker makes a world of its own, so the chapters share the machine evenly.
test.describe.configure({ mode: 'parallel' })

let world: ScreenWorld

test.beforeAll(async ({ playwright }) => {
  test.setTimeout(120_000)
  world = await ScreenWorld.start(playwright.request)
})
test.afterEach(() => world.leave())
test.afterAll(() => world.stop())

test('the script finds each fault it looks for', async ({ browser }) => {
  const { page, context } = await openBrowserOf(browser, 'Eve', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  await page.goto(world.server.origin)
  await expect(page.getByRole('button', { name: 'Create the board' })).toBeVisible()
  const looks = [
    whatDoesNotFit,
    whatIsClipped,
    whatIsCovered,
    whatOverlaps,
    whatMoves,
    whatHidesItsFocus,
    whatLooksNative,
  ]
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const look of looks) expect(await look(page), look.name).toEqual([])
  await page.evaluate(() => {
    const add = (kind: string, text: string, look: Partial<CSSStyleDeclaration>): HTMLElement => {
      const element = document.createElement(kind)
      element.textContent = text
      Object.assign(element.style, { position: 'fixed', top: '0', left: '0', ...look })
      document.body.append(element)
      return element
    }
    add('button', 'Tiny', { width: '20px', height: '20px', overflow: 'hidden' })
    add('button', 'Beside', { left: '380px', width: '60px', height: '60px' })
    add('p', 'Cut words', { width: '30px', overflow: 'hidden', whiteSpace: 'nowrap' })
    add('p', 'Long words', { width: '30px', whiteSpace: 'nowrap' })
    add('button', 'Shy', { width: '60px', height: '60px', outline: 'none' })
    for (const part of ['toolbar', 'look']) add('p', part, {}).dataset['testid'] = part
    const move = [{ transform: 'none' }, { transform: 'translateX(9px)' }]
    add('textarea', '', {}).ariaLabel = 'Gripped'
    add('p', 'Restless', {}).animate(move, { duration: 500, iterations: Infinity })
    for (const name of ['Under', 'Over']) add('button', name, { top: '200px', width: '60px', height: '60px' })
    add('button', '', { width: '60px', height: '60px' })
  })
  const found = await Promise.all([...looks, whatCoversTheMark, findAxeFaults].map((look) => look(page)))
  const said = found.flat().join('\n')
  for (const fault of [
    '“Tiny” is 20 x 20 px',
    '“Beside” is beside the screen',
    '“Cut words” is cut off',
    '“Long words” runs out of its box',
    '“Under” lies under',
    'the toolbar and the look overlap',
    'moves',
    '“Gripped” (TEXTAREA) has the grip of the browser',
    '“Shy” (BUTTON) does not show the keyboard',
    'there is no mark',
    'button-name',
  ])
    expect(said).toContain(fault)
  await context.close()
})

test('who wants less motion sees a change at once, not step by step', async ({ browser }) => {
  const { page, context } = await openBrowserOf(browser, 'Eve', { reducedMotion: 'reduce' })
  await page.goto(world.server.origin)
  await expect(page.getByRole('button', { name: 'Create the board' })).toBeVisible()
  const begun = await page.evaluate(async () => {
    let transitions = 0
    document.addEventListener('transitionrun', () => void transitions++)
    document.documentElement.dataset['theme'] = 'dark'
    const nextPicture = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
    await nextPicture()
    await nextPicture()
    return transitions
  })
  expect(begun).toBe(0)
  await context.close()
})

for (const device of DEVICES) {
  for (const { name, who, enter, screens } of CHAPTERS) {
    test(`${name}: every screen is sound on a ${device.name}`, async ({ browser }) => {
      test.slow()
      const person = await openBrowserOf(browser, 'Fay', {
        viewport: device.sizes[0],
        hasTouch: device.isTouch,
        isMobile: device.isTouch,
        reducedMotion: 'reduce',
        isNew: who === 'newcomer',
        ...(who === 'stranger' ? {} : { storageState: await world.fay.storageState() }),
      })
      const stage = new Stage(person, device, world)
      await enter(stage)
      for (const screen of screens) {
        if (screen.on && !screen.on.includes(device.name)) continue
        await test.step(screen.name, async () => {
          await screen.open(stage)
          await lookAt(stage, screen)
          await (screen.close ?? (() => stage.closeAll()))(stage)
        })
      }
      expect(person.complaints).toEqual([])
      await person.context.close()
    })
  }
}

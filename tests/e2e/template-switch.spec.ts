import { expect, test, type Browser } from '@playwright/test'
import { createBoard, joinBoard, readLinks, type BoardLinks, type Person } from '../support/pages/people'
import { addByMenu, editTemplates, frames, isInView } from '../support/pages/template-page'
import { OwnServer } from '../support/servers/own-server'

type Options = NonNullable<Parameters<Browser['newContext']>[0]>

const PHONE: Options = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const server = OwnServer.ofThisFile()

const switchOf = ({ page }: Person) => page.getByRole('navigation', { name: 'Templates' })
const chip = (person: Person, name: string) => switchOf(person).getByRole('button', { name, exact: true })

test('on a phone the question of a template is read whole', async ({ browser }) => {
  const { fay } = await openCurves(browser, PHONE)
  const words = fay.page.locator('.tl-shape[data-shape-type="template-frame"] text')
  const rightEdges = () =>
    words.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().right)))
  await expect(words.last()).toContainText('believe in.')
  await expect.poll(async () => Math.max(...(await rightEdges()))).toBeLessThanOrEqual(390)
})

test('a board with several templates says which there are, and goes to each by hand and by key', async ({
  browser,
}) => {
  const { fay, links } = await openCurves(browser)
  await expect(fay.page.getByTestId('canvas-area')).toBeVisible()
  await expect(switchOf(fay), 'one template needs none').toHaveCount(0)
  await addByMenu(fay.page, 'Team map')
  await expect(switchOf(fay).getByRole('button')).toHaveText(['Effort and value', 'Team map'])
  await expect(chip(fay, 'Team map')).toHaveAttribute('aria-current', 'true')
  const [curves, map] = await frames(fay.page)

  await test.step('by hand', async () => {
    await chip(fay, 'Effort and value').click()
    await expect.poll(() => isInView(fay.page, curves)).toBe(true)
    await expect(chip(fay, 'Effort and value')).toHaveAttribute('aria-current', 'true')
  })

  await test.step('by key, around the ends', async () => {
    await fay.page.keyboard.press('PageDown')
    await expect.poll(() => isInView(fay.page, map)).toBe(true)
    await fay.page.keyboard.press('PageDown')
    await expect.poll(() => isInView(fay.page, curves)).toBe(true)
    await fay.page.keyboard.press('PageUp')
    await expect.poll(() => isInView(fay.page, map)).toBe(true)
  })

  await test.step('by the keyboard alone, which stays on the switch', async () => {
    await chip(fay, 'Effort and value').press('Enter')
    await expect.poll(() => isInView(fay.page, curves)).toBe(true)
    await expect(chip(fay, 'Effort and value')).toBeFocused()
  })

  await test.step('the help sheet tells of the keys', async () => {
    await fay.page.keyboard.press('?')
    await expect(fay.page.getByRole('dialog').getByText('Go to the next template')).toBeVisible()
    await fay.page.keyboard.press('Escape')
  })

  await test.step('whoever only looks has it too, on a phone, beside everything and under a finger', async () => {
    const vic = await server.visitor(browser, 'Vic', PHONE)
    await joinBoard(vic, server.origin + links.viewer)
    await chip(vic, 'Team map').tap()
    await expect(chip(vic, 'Team map')).toHaveAttribute('aria-current', 'true')
    await expect
      .poll(() => vic.page.evaluate(() => window.contourProbe?.zoom()), 'names can be read')
      .toBeCloseTo(0.5)
    const [line, area] = [
      await switchOf(vic).boundingBox(),
      await vic.page.getByTestId('canvas-area').boundingBox(),
    ]
    expect((line?.y ?? 0) + (line?.height ?? 0), 'it covers nothing of the canvas').toBeLessThanOrEqual(
      area?.y ?? 0,
    )
    expect((await chip(vic, 'Team map').boundingBox())?.height).toBeGreaterThanOrEqual(44)
  })
})

test('on a laptop a long title of the board takes nothing off the names of two templates', async ({
  browser,
}) => {
  const fay = await server.visitor(browser, 'Fay')
  const title =
    'Datenschutzfolgenabschätzungsvorlagenüberarbeitung 2027: Vorlagen und Verfahren für alle Bereiche'
  await createBoard(fay, server.origin, { title, template: 'effort-value-curves' })
  await addByMenu(fay.page, 'Team map')
  await expect(switchOf(fay).getByRole('button')).toHaveCount(2)
  // A name is cut with a sign as soon as it lacks a part of a pixel, which whole pixels do not tell.
  const lacking = () =>
    switchOf(fay)
      .getByRole('button')
      .locator('span')
      .evaluateAll((names) =>
        names.map((name) => {
          const words = document.createRange()
          words.selectNodeContents(name)
          return words.getBoundingClientRect().width - name.getBoundingClientRect().width
        }),
      )
  await expect.poll(async () => Math.max(...(await lacking()))).toBeLessThanOrEqual(0)
})

test('whoever removes the template they look at goes on at the nearest one that is left', async ({
  browser,
}) => {
  const { fay } = await openCurves(browser)
  await addByMenu(fay.page, 'Team map')
  await editTemplates(fay.page)
  await fay.page.getByRole('button', { name: 'Remove Team map' }).click()
  await fay.page.getByRole('button', { name: 'Remove the template' }).click()
  await expect.poll(async () => (await frames(fay.page)).length).toBe(1)
  const [curves] = await frames(fay.page)
  await expect.poll(() => isInView(fay.page, curves)).toBe(true)
  await expect(fay.page.getByRole('button', { name: 'Back to the board' })).toHaveCount(0)
})

test('templates with long names leave the buttons of the bar where they are', async ({ browser }) => {
  const { fay } = await openCurves(browser)
  await addByMenu(fay.page, 'Team map')
  await addByMenu(fay.page, 'Team map')
  await addByMenu(fay.page, 'Effort and value in one plot')
  await chip(fay, 'Team map 2').click()
  await expect(chip(fay, 'Team map 2')).toHaveAttribute('aria-current', 'true')
  await expect(chip(fay, 'Team map 2')).toBeInViewport()
  for (const name of ['Share', 'Export', 'Settings']) {
    await expect(fay.page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 })
  }
  await test.step('on a phone the row fades where more lies, and shows the one that is looked at', async () => {
    await fay.page.setViewportSize({ width: 390, height: 844 })
    const row = switchOf(fay).locator('[data-switch]')
    const sides = () =>
      row.evaluate((one) => {
        const [before, after] = ['before', 'after'].map((side) => one.hasAttribute(`data-more-${side}`))
        const faded = getComputedStyle(one)
        return {
          before,
          after,
          fades: ['before', 'after'].map((side) => faded.getPropertyValue(`--${side}`)),
        }
      })
    await chip(fay, 'Effort and value').click()
    await expect.poll(sides).toEqual({ before: false, after: true, fades: ['0px', '28px'] })
    await chip(fay, 'Effort and value in one plot').click()
    await expect(chip(fay, 'Effort and value in one plot')).toBeInViewport({ ratio: 1 })
    await expect.poll(sides).toEqual({ before: true, after: false, fades: ['28px', '0px'] })
    await fay.page.setViewportSize({ width: 1280, height: 720 })
  })
  const widerThanTheWindow = () =>
    fay.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  await expect.poll(widerThanTheWindow).toBeLessThanOrEqual(0)
})

async function openCurves(
  browser: Browser,
  options: Options = {},
): Promise<{ fay: Person; links: BoardLinks }> {
  const fay = await server.visitor(browser, 'Fay', options)
  const title = 'Grundlagenverbesserungsmaßnahmen für 2027'
  await createBoard(fay, server.origin, { title, template: 'effort-value-curves' })
  return { fay, links: await readLinks(fay) }
}

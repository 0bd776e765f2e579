import { expect, test, type Page } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import { MapPage } from '../support/pages/map-page'
import { createBoard, waitUntilSaved, type Person } from '../support/pages/people'
import { PicturePage } from '../support/pages/picture-page'
import { readSvg } from '../support/pages/read-svg'
import { OwnServer } from '../support/servers/own-server'

/** So often a team is moved by the keyboard until it is far from the other. */
const PRESSES = 40
const REMARK = 'Stretched: its teams are far apart'

const server = OwnServer.ofThisFile()

test('a picture of a map says what its shapes mean, and one of a part of it ends where the part does', async ({
  browser,
}) => {
  test.slow()
  const fay = await server.visitor(browser, 'Fay')
  const picture = new PicturePage(fay.page)
  await openMap(fay)
  await stretch(fay.page)

  await test.step('the legend names the types and the ways to work together that are in it', async () => {
    await picture.open()
    await picture.choose('Team map', 'SVG')
    const { content } = await picture.download()
    const { texts } = await readSvg(fay, content.toString())
    for (const said of ['Teams', 'Stream-aligned', 'Undefined', 'Interactions', 'Facilitating']) {
      expect(texts).toContain(said)
    }
    expect(texts).not.toContain('Platform')
  })

  await test.step('on dark paper a broken outline has the colour of its fill in its gaps, in the legend and on the map', async () => {
    await picture.open()
    await picture.choose('Team map', 'SVG', 'Dark')
    const { content } = await picture.download()
    expect(content.toString().match(/stroke="#EBEBEF"/gi)).toHaveLength(2)
    await picture.open()
    await picture.choose('Light')
    await fay.page.keyboard.press('Escape')
    await expect(picture.dialog).toBeHidden()
  })

  await test.step('of a team and its interaction all words are inside, and the line to the other ends before them', async () => {
    const map = new MapPage(fay.page)
    await map.select('Checkout')
    const [one] = await map.interactions()
    const at = await new BoardPage(fay.page).toClient(one ?? { x: 0, y: 0 })
    await fay.page.keyboard.down('Shift')
    await fay.page.mouse.click(at.x, at.y)
    await fay.page.keyboard.up('Shift')
    await expect.poll(() => fay.page.evaluate(() => window.contourProbe?.selected().length)).toBe(2)
    await picture.open()
    await expect(picture.dialog.getByRole('radio', { name: /What is selected/ })).toBeChecked()
    await picture.choose('SVG')
    const { content } = await picture.download()
    const { sheet, cut, words } = await boxesOf(fay.page, content.toString())
    const remark = words.find(({ text }) => text === REMARK)
    const attribution = words.find(({ text }) => text.startsWith('Team shapes after'))
    expect(remark).toBeDefined()
    for (const { left, right, top, bottom } of words) {
      expect(left > sheet.left && right < sheet.right && top > sheet.top && bottom < sheet.bottom).toBe(true)
    }
    expect(cut?.bottom).toBeGreaterThan(remark?.bottom ?? Infinity)
    expect(cut?.bottom).toBeLessThan(attribution?.top ?? 0)
  })
})

/** A board with a map and nothing else. */
async function openMap(person: Person): Promise<void> {
  await createBoard(person, server.origin, { title: 'Who works with whom', template: 'team-map' })
}

/** Two teams far apart and one helping the other. */
async function stretch(page: Page): Promise<void> {
  const map = new MapPage(page)
  await map.addTeam('Checkout')
  await map.addTeam('Payments')
  await map.classify('Checkout', 'Stream-aligned')
  const before = await map.team('Payments')
  await map.select('Payments')
  for (let press = 0; press < PRESSES; press++) await page.keyboard.press('Shift+ArrowDown')
  await expect.poll(async () => (await map.team('Payments')).y).toBeGreaterThan(before.y + 300)
  await map.select('Payments')
  await map.select('Checkout', 'Shift')
  await map.addInteraction('Facilitating')
  await expect.poll(async () => (await map.interactions()).length).toBe(1)
  await page.keyboard.press('Escape')
  await waitUntilSaved(page)
}

/** Where the words of an SVG are seen, and what its drawing is cut off at, in px of the window. */
function boxesOf(page: Page, source: string) {
  return page.evaluate((text) => {
    const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
    document.body.append(svg)
    const edges = (element: Element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      return { left, right, top, bottom }
    }
    const clip = svg.querySelector('clipPath rect')?.cloneNode()
    // What is only a clip is nowhere on the page.
    const cut = clip instanceof Element ? svg.appendChild(clip) : null
    const words = [...svg.querySelectorAll('text')].map((one) => ({ text: one.textContent, ...edges(one) }))
    const boxes = { sheet: edges(svg), cut: cut && edges(cut), words }
    svg.remove()
    return boxes
  }, source)
}

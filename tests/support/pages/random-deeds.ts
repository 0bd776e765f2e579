import type { Page } from '@playwright/test'
import type { Point } from '@/lib/geometry/point'
import type { SeededRandom } from '../seeded-random'

/** What two people do on one board who mean nothing by it, from the same numbers the same. */
const DEEDS: readonly [Deed, ...Deed[]] = [
  carry,
  carry,
  carryCopy,
  pressKeys,
  pressKeys,
  pressKeys,
  draw,
  draw,
  write,
  turn,
]
const KEYS = [
  'Control+d',
  'Control+g',
  'Control+Shift+g',
  'Delete',
  'Control+z',
  'Control+z',
  'Control+Shift+z',
  'Control+x',
  'Control+v',
  'Shift+ArrowDown',
  'ArrowRight',
  ']',
  '[',
  'Shift+h',
] as const
const TOOLS = ['a', 'a', 'n', 'd', 'r', 't'] as const

type Deed = (page: Page, random: SeededRandom) => Promise<void>

/** Does one thing on this page and answers with its name. */
export async function doSomething(page: Page, random: SeededRandom): Promise<string> {
  const deed = random.pick(DEEDS)
  await deed(page, random)
  return deed.name
}

async function carry(page: Page, random: SeededRandom): Promise<void> {
  await dragBetween(page, await somewhere(page, random), await somewhere(page, random))
  await page.mouse.up()
}

/** Alt comes in the middle, and sometimes goes again before the end. */
async function carryCopy(page: Page, random: SeededRandom): Promise<void> {
  await dragBetween(page, await somewhere(page, random), await somewhere(page, random))
  await page.keyboard.down('Alt')
  if (random.below(2) === 0) await page.keyboard.up('Alt')
  await page.mouse.up()
  await page.keyboard.up('Alt')
}

async function pressKeys(page: Page, random: SeededRandom): Promise<void> {
  if (random.below(3) === 0) await page.keyboard.press('Control+a')
  else await clickOn(page, await somewhere(page, random))
  if (random.below(2) === 0) await page.keyboard.press('Control+c')
  await page.keyboard.press(random.pick(KEYS))
}

async function draw(page: Page, random: SeededRandom): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press(random.pick(TOOLS))
  await dragBetween(page, await somewhere(page, random), await somewhere(page, random))
  await page.mouse.up()
  await page.keyboard.press('Escape')
  await page.keyboard.press('v')
}

async function write(page: Page, random: SeededRandom): Promise<void> {
  const { x, y } = await somewhere(page, random)
  await page.mouse.dblclick(x, y)
  await page.keyboard.type(`Word ${random.below(99)}`)
  await page.keyboard.press('Escape')
}

async function turn(page: Page, random: SeededRandom): Promise<void> {
  await page.keyboard.press('Control+a')
  const corner = page.getByTestId('selection.resize.bottom-right')
  const box = (await corner.count()) === 1 ? await corner.boundingBox() : null
  if (!box) return
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await dragBetween(page, from, { x: from.x - 20 - random.below(90), y: from.y - 20 - random.below(90) })
  await page.mouse.up()
}

async function clickOn(page: Page, { x, y }: Point): Promise<void> {
  await page.mouse.click(x, y)
}

async function dragBetween(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 2 })
  await page.mouse.move(to.x, to.y, { steps: 2 })
}

/** On a thing that can be seen, more often than not. */
async function somewhere(page: Page, random: SeededRandom): Promise<Point> {
  const beside = { x: 340 + random.below(860), y: 100 + random.below(520) }
  const [which, isBeside] = [random.next(), random.below(3) === 0]
  const things = isBeside ? [] : await thingsInSight(page)
  return things[Math.floor(which * things.length)] ?? beside
}

function thingsInSight(page: Page): Promise<Point[]> {
  return page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.tl-shape:not([data-shape-type^="template"])')]
    return boxes
      .filter((shape) => shape.getAttribute('data-shape-type') !== 'curve-plot')
      .map((shape) => shape.getBoundingClientRect())
      .map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + Math.min(height / 2, 20) }))
      .filter(({ x, y }) => x > 300 && x < 1240 && y > 70 && y < 640)
  })
}

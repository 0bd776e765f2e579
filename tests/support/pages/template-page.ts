import { expect, type Page } from '@playwright/test'
import type { BoardProbe } from '@/components/canvas/session/board-probe'
import { findCurve } from '@/lib/curves/catalogue'
import type { Point } from '@/lib/geometry/point'
import { EFFORT_VALUE_OVERLAY } from '@/lib/templates/effort-value-overlay'
import { BoardPage } from './board-page'
import { PicturePage } from './picture-page'

/** A glide begins a picture or two after what asks for it. */
const STILL_PICTURES = 5

export type Frame = ReturnType<BoardProbe['frames']>[number]

export function frames(page: Page): Promise<readonly Frame[]> {
  return page.evaluate(() =>
    [...(window.contourProbe?.frames() ?? [])].sort((one, other) => one.x - other.x || one.y - other.y),
  )
}

export async function kinds(page: Page): Promise<string[]> {
  return (await frames(page)).map(({ templateId }) => templateId)
}

export async function isInView(page: Page, frame: Frame | undefined): Promise<boolean> {
  const area = await page.getByTestId('canvas-area').boundingBox()
  if (!area || !frame) return false
  const board = new BoardPage(page)
  const from = await board.toClient(frame)
  const to = await board.toClient({ x: frame.x + frame.w, y: frame.y + frame.h })
  return from.x >= area.x && to.x <= area.x + area.width && from.y >= area.y && to.y <= area.y + area.height
}

/** The window point of a place on a line of the plot that all curves share. */
export async function lineAt(page: Page, curveId: string, x: number): Promise<Point> {
  const [frame] = await frames(page)
  const inner = EFFORT_VALUE_OVERLAY.overlay?.inner
  const curve = findCurve(curveId)
  if (!frame || !inner || !curve) throw new Error('The plot is there.')
  const place = { x: frame.x + inner.x + x * inner.w, y: frame.y + inner.y + (1 - curve.y(x)) * inner.h }
  return new BoardPage(page).toClient(place)
}

export async function addByMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Templates' }).click()
  await page.getByRole('menuitem', { name: 'Add a template…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a template' })
  await dialog.getByText(name, { exact: true }).click()
  const before = (await frames(page)).length
  await dialog.getByRole('button', { name: 'Add it to the board' }).click()
  // The words may still be those about another of this kind.
  await expect.poll(async () => (await frames(page)).length).toBe(before + 1)
  await expect(page.getByTestId('notice')).toContainText(`Added “${name}” to the board.`)
}

/** Goes to a template by its name at the top of the board. */
export async function goToTemplate(page: Page, name: string): Promise<void> {
  const chip = page.getByRole('navigation', { name: 'Templates' }).getByRole('button', { name, exact: true })
  await chip.click()
  await expect(chip).toHaveAttribute('aria-current', 'true')
  await waitUntilStill(page)
}

export async function editTemplates(page: Page): Promise<void> {
  // On a narrow screen the menu of the bar has it.
  await page.getByRole('button', { name: /^(Templates|More)$/ }).click()
  await page.getByRole('menuitem', { name: 'Edit the templates' }).click()
  await expect(page.getByTestId('template-banner')).toBeVisible()
  await waitUntilStill(page)
}

/** The view makes room for the bars of the templates in a glide, and follows its window a moment later. */
export async function waitUntilStill(page: Page): Promise<void> {
  await page.evaluate(async (pictures) => {
    const nextPicture = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
    let last = ''
    let same = 0
    while (same < pictures) {
      await nextPicture()
      const now = JSON.stringify(window.contourProbe?.pageToClient({ x: 0, y: 0 }))
      same = now === last && window.contourProbe?.isAsLargeAsItsPlace() !== false ? same + 1 : 0
      last = now
    }
  }, STILL_PICTURES)
}

/** The words in a picture of the whole board. */
export async function wordsOf(page: Page): Promise<string> {
  const picture = new PicturePage(page)
  await picture.open()
  await picture.choose('The whole board', 'SVG')
  const { content } = await picture.download()
  if (await picture.dialog.isVisible()) await page.keyboard.press('Escape')
  await expect(picture.dialog).toBeHidden()
  const texts = content.toString().match(/(?<=>)[^<>{}]+(?=<\/)/g) ?? []
  return texts.join('\n')
}

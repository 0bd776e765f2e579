import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'

export interface PixelSize {
  readonly w: number
  readonly h: number
}

/** The export dialog of one open board. */
export class PicturePage {
  readonly page: Page
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Export a picture' })
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click()
    await this.page.getByRole('menuitem', { name: /Picture/ }).click()
    await expect(this.dialog).toBeVisible()
  }

  async choose(...names: readonly string[]): Promise<void> {
    for (const name of names) await this.dialog.getByRole('radio', { name }).click()
  }

  /** The px the dialog promises. */
  async promised(): Promise<PixelSize> {
    const said = await this.dialog.getByTestId('picture-size').innerText()
    const [w = 0, h = 0] = (said.match(/[\d,]+/g) ?? []).map((number) => Number(number.replaceAll(',', '')))
    return { w, h }
  }

  async download(): Promise<{ readonly name: string; readonly content: Buffer }> {
    const started = this.page.waitForEvent('download')
    await this.dialog.getByRole('button', { name: 'Download' }).click()
    const file = await started
    return { name: file.suggestedFilename(), content: await readFile(await file.path()) }
  }
}

/** What a PNG says its size is. */
export function pngSize(png: Buffer): PixelSize {
  return { w: png.readUInt32BE(16), h: png.readUInt32BE(20) }
}

/** The colours (`#rrggbb`) of a PNG at these pixels, and how many different ones a coarse grid over it meets. */
export function readPixels(
  page: Page,
  png: Buffer,
  places: readonly { readonly x: number; readonly y: number }[],
): Promise<{ colors: string[]; variety: number }> {
  return page.evaluate(
    async ([address, at]) => {
      const image = new Image()
      image.src = address
      await image.decode()
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight)
      const context = canvas.getContext('2d', { willReadFrequently: true })
      if (!context) throw new Error('There is no canvas to read from.')
      context.drawImage(image, 0, 0)
      const read = (x: number, y: number): string => {
        const [r = 0, g = 0, b = 0] = context.getImageData(Math.round(x), Math.round(y), 1, 1).data
        return `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`
      }
      const grid = Array.from({ length: 2_500 }, (_, cell) =>
        read(((cell % 50) / 50) * canvas.width, (Math.floor(cell / 50) / 50) * canvas.height),
      )
      return { colors: at.map(({ x, y }) => read(x, y)), variety: new Set(grid).size }
    },
    [`data:image/png;base64,${png.toString('base64')}`, places] as const,
  )
}

/** The mean difference (0..255) of two pictures of one size, by what a browser makes of each. */
export function differ(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    async ([first, second]) => {
      const pixels = async (address: string): Promise<Uint8ClampedArray> => {
        const image = new Image()
        image.src = address
        await image.decode()
        const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight)
        const context = canvas.getContext('2d', { willReadFrequently: true })
        if (!context) throw new Error('There is no canvas to read from.')
        context.drawImage(image, 0, 0)
        return context.getImageData(0, 0, canvas.width, canvas.height).data
      }
      const [a, b] = [await pixels(first), await pixels(second)]
      if (a.length !== b.length) throw new Error('The pictures are not of one size.')
      let total = 0
      for (let at = 0; at < a.length; at++) total += Math.abs((a[at] ?? 0) - (b[at] ?? 0))
      return total / a.length
    },
    [one, other] as const,
  )
}

import type { Page } from '@playwright/test'
import { findTemplate } from '@/lib/templates/catalogue'
import { BoardPage } from '../../pages/board-page'
import { frames } from '../../pages/template-page'

/** Every banner that lies over the heading of the first template, where the board is seen as it was opened. */
export async function whatLiesOnTheHeading(page: Page): Promise<string[]> {
  const [frame] = await frames(page)
  const heading = frame && findTemplate(frame.templateId)?.heading
  if (!heading) return ['there is no heading']
  const { y: top } = await new BoardPage(page).toClient({ x: frame.x + heading.x, y: frame.y + heading.y })
  return page.locator('main p[data-tone]').evaluateAll(
    (banners, edge) =>
      banners.flatMap((banner) => {
        const over = banner.getBoundingClientRect().bottom - edge
        return over > 0 ? [`“${banner.textContent}” lies on the heading by ${Math.round(over)} px`] : []
      }),
    top,
  )
}

import { expect, test } from '@playwright/test'
import { SharedBoard } from '../support/servers/shared-board'

const board = SharedBoard.ofThisFile()

for (const opening of ['Shift+F10', 'a right click'] as const) {
  test(`a key typed right behind ${opening} is the menu’s, however busy the page is`, async ({ browser }) => {
    const { page } = await board.arrive(browser, { name: 'Hal', role: 'participant' })
    await page.locator('.tl-container').focus()
    // In one go: nothing is drawn in between.
    await page.evaluate((how) => {
      const init = { bubbles: true, cancelable: true }
      const press = (keys: KeyboardEventInit) =>
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...init, ...keys }))
      if (how === 'Shift+F10') press({ key: 'F10', code: 'F10', shiftKey: true })
      else {
        const at = { clientX: window.innerWidth / 2, clientY: 90 }
        document.querySelector('.tl-canvas')?.dispatchEvent(new MouseEvent('contextmenu', { ...init, ...at }))
      }
      press({ key: 'n', code: 'KeyN' })
    }, opening)
    await expect(page.getByRole('menuitem', { name: 'Select all' })).toBeVisible()
    await expect(
      page.getByTestId('toolbar').getByRole('button', { name: 'Select and move' }),
      'the tool in hand',
    ).toHaveAttribute('aria-pressed', 'true')
  })
}

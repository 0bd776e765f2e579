import { expect, test } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import { waitUntilSaved } from '../support/pages/people'
import { SharedBoard } from '../support/servers/shared-board'

const board = SharedBoard.ofEachTest()

/** Beside the two that stand there already. */
const PLACED = [
  ['Kustomize Function Catalog', 'linear', { x: 0.2, y: 0.3 }],
  ['Cluster Trust Bundles', 'quick-taper', { x: 0.7, y: 0.6 }],
  ['Extending Metrics Stability', 'linear', { x: 0.8, y: 0.7 }],
] as const

test('who empties the board sees how to take that back, and who runs the workshop puts it back for all', async ({
  browser,
}) => {
  const fay = await board.arrive(browser, { name: 'Fay', role: 'facilitator' })
  const bo = await board.arrive(browser, { name: 'Bo', role: 'participant' })
  const [seenByFay, seenByBo] = [new BoardPage(fay.page), new BoardPage(bo.page)]
  const banner = fay.page.getByTestId('removed-banner')
  for (const [title, curve, at] of PLACED)
    await seenByFay.dropFromTray(title, await seenByFay.pointOnPlot(curve, at))
  await expect.poll(() => seenByFay.cards()).toHaveLength(PLACED.length + 2)
  await waitUntilSaved(fay.page)
  const before = await seenByFay.cards()
  await expect.poll(() => seenByBo.cards()).toEqual(before)

  const takeAllAway = async (): Promise<void> => {
    await bo.page.locator('.tl-container').press('Control+a')
    await bo.page.keyboard.press('Delete')
    await expect.poll(() => seenByBo.cards()).toHaveLength(0)
  }

  await test.step('what Bo did he reads, and takes it back', async () => {
    await takeAllAway()
    const notice = bo.page.getByTestId('notice')
    await expect(notice).toContainText('5 cards')
    await expect(banner).toContainText('Bo took 5 cards off the board.')
    await notice.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => seenByFay.cards()).toEqual(before)
    await expect(banner, 'what is back needs no word').toHaveCount(0)
    await expect(bo.page.getByTestId('removed-banner'), 'participants are asked nothing').toHaveCount(0)
  })

  await test.step('where he does not, Fay puts it back', async () => {
    await takeAllAway()
    await banner.getByRole('button', { name: 'Put back' }).click()
    await expect(banner).toHaveCount(0)
    await expect(fay.page.getByTestId('notice')).toContainText('Put back 5 cards.')
    for (const seen of [seenByFay, seenByBo]) await expect.poll(() => seen.cards()).toEqual(before)
    await waitUntilSaved(fay.page)
  })

  await test.step('what she put back is a step of hers', async () => {
    await fay.page.keyboard.press('Control+z')
    await expect.poll(() => seenByBo.cards()).toHaveLength(0)
    await fay.page.keyboard.press('Control+Shift+z')
    await expect.poll(() => seenByBo.cards()).toEqual(before)
  })

  await test.step('and what is meant to go stays gone, without a word', async () => {
    await takeAllAway()
    await banner.getByRole('button', { name: 'Leave it so' }).click()
    await expect(banner).toHaveCount(0)
    await fay.page.reload()
    await expect.poll(() => seenByFay.page.getByTestId('tray-count').textContent()).toBe('24')
    await expect(banner).toHaveCount(0)
    expect(await seenByFay.cards()).toHaveLength(0)
  })
})

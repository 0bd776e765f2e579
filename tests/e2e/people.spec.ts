import { expect, test } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import {
  createBoardByHand,
  joinBoardByHand,
  readLinks,
  waitUntilSaved,
  type Person,
} from '../support/pages/people'
import { stillBox } from '../support/pages/still-box'
import { OwnServer } from '../support/servers/own-server'

const server = OwnServer.ofThisFile()
let fay: Person
let pat: Person

test.beforeEach(async ({ browser }) => {
  ;[fay, pat] = await server.visitors(browser, 'Fay', 'Pat')
  await createBoardByHand(fay, server.origin, 'Spring')
})

test('a facilitator gives somebody another role and removes them, who is told and comes back by a link alone', async () => {
  const links = await readLinks(fay)
  await joinBoardByHand(pat, server.origin + links.participant)
  const { page } = fay
  await page.getByRole('button', { name: '2 people here' }).click()
  const more = page.getByRole('button', { name: 'More about Pat' })
  await more.click()
  await page.getByRole('menuitemradio', { name: 'Viewer' }).click()
  await expect(page.getByText('Pat is a viewer now.')).toBeVisible()
  await expect(pat.page.getByRole('button', { name: 'Bring in initiatives' })).toHaveCount(0)

  await more.click()
  await page.getByRole('menuitem', { name: 'Remove from the board' }).click()
  const dialog = page.getByRole('dialog', { name: 'Remove Pat from this board?' })
  await expect(dialog).toContainText('make new links under Share')
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page.getByText('Pat was removed from the board.')).toBeVisible()
  await expect(dialog).toHaveCount(0)

  const closed = pat.page.getByRole('alertdialog', { name: 'You were removed from this board' })
  await expect(closed).toContainText('open a link to it that is valid now')
  await expect(closed).toBeFocused()
  await closed.getByRole('link', { name: 'To your boards' }).click()
  await expect(pat.page.getByRole('link', { name: 'Spring' })).toHaveCount(0)
  await joinBoardByHand(pat, server.origin + links.viewer)
})

test('a facilitator removes somebody with all they added, and takes the deletion back', async () => {
  await joinBoardByHand(pat, server.origin + (await readLinks(fay)).participant)
  const [byFay, byPat] = [new BoardPage(fay.page), new BoardPage(pat.page)]
  await byFay.addInitiatives('Fay’s own')
  await byPat.addInitiatives('Rubbish', 'More rubbish')
  const { page } = fay
  const shown = (title: string) => page.getByRole('listitem').filter({ hasText: title })
  const [own, rubbish] = [shown('Fay’s own'), shown('More rubbish')]
  await expect(rubbish).toBeVisible()

  await page.getByRole('button', { name: '2 people here' }).click()
  await page.getByRole('button', { name: 'More about Pat' }).click()
  await page.getByRole('menuitem', { name: 'Remove from the board' }).click()
  const dialog = page.getByRole('dialog', { name: 'Remove Pat from this board?' })
  await expect(dialog).toContainText('what Pat did stays')
  await dialog.getByRole('checkbox', { name: 'Also delete what Pat added: 2 cards' }).press('Space')
  await expect(dialog).toContainText('what Pat changed stays')
  await page.screenshot({ path: 'test-results/screens/remove-with-all.png' })
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click()

  const notice = page.getByTestId('notice')
  await expect(notice).toContainText(
    'Pat was removed from the board, and what Pat added is deleted: 2 cards.',
  )
  await expect(rubbish).toHaveCount(0)
  await expect(own).toBeVisible()
  await waitUntilSaved(page)
  await notice.getByRole('button', { name: 'Undo' }).click()
  await expect(rubbish).toBeVisible()
})

test('whoever closes the question before the server answers hears that somebody was not removed', async () => {
  await joinBoardByHand(pat, server.origin + (await readLinks(fay)).participant)
  const { page } = fay
  const json = { error: { code: 'overloaded', message: 'The server is busy.' } }
  const dialog = page.getByRole('dialog', { name: 'Remove Pat from this board?' })
  await page.route('**/members/*', async (route) => {
    await expect(dialog).toHaveCount(0)
    await route.fulfill({ status: 503, json })
  })
  await page.getByRole('button', { name: '2 people here' }).click()
  await page.getByRole('button', { name: 'More about Pat' }).click()
  await page.getByRole('menuitem', { name: 'Remove from the board' }).click()
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click()
  await dialog.getByRole('button', { name: 'Keep Pat' }).click()
  await expect(page.getByTestId('notice')).toContainText('Pat was not removed. The server is busy.')
})

test('a facilitator finds those who are not here now, gives them another role and removes them', async ({
  browser,
}) => {
  const links = await readLinks(fay)
  await joinBoardByHand(pat, server.origin + links.participant)
  const { page } = fay
  const list = page.getByRole('list', { name: 'Not here now' })

  await test.step('nobody else sees who is away', async () => {
    await pat.page.getByRole('button', { name: '2 people here' }).click()
    await expect(pat.page.getByRole('dialog').getByText('Fay')).toBeVisible()
    await expect(pat.page.getByText('Not here now')).toHaveCount(0)
  })

  await test.step('who goes away comes to the list, where everybody was here before', async () => {
    await page.getByRole('button', { name: '2 people here' }).click()
    await expect(page.getByText('Everybody who joined is here.')).toBeVisible()
    await pat.page.goto('about:blank')
    await expect(list.getByRole('listitem')).toHaveText(/Pat.*Last opened just now.*Participant/)
    await page.screenshot({ path: 'test-results/screens/absent-people.png' })
  })

  await test.step('another role holds when they are back', async () => {
    await list.getByRole('button', { name: 'More about Pat' }).press('Enter')
    await page.getByRole('menuitemradio', { name: 'Viewer' }).press('Enter')
    await expect(list.getByRole('listitem')).toHaveText(/Viewer/)
    await pat.page.goto(page.url())
    await expect(pat.page.getByTestId('save-state')).toHaveText('Looking on')
    await expect(pat.page.getByRole('button', { name: 'Bring in initiatives' })).toHaveCount(0)
    await expect(list).toHaveCount(0)
    await pat.page.goto('about:blank')
  })

  await test.step('who is removed cannot come back by themselves', async () => {
    await list.getByRole('button', { name: 'More about Pat' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Remove from the board' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Remove Pat from this board?' })
    await dialog.getByRole('button', { name: 'Remove', exact: true }).press('Enter')
    await expect(page.getByText('Everybody who joined is here.')).toBeVisible()
    await expect(page.getByText('Not here now')).toBeFocused()
    await pat.page.goto(page.url())
    await expect(pat.page.getByRole('heading', { name: 'You were removed from this board' })).toBeVisible()
  })

  await test.step('a long list scrolls within the window', async () => {
    const guests = await browser.newContext()
    for (let at = 0; at < 30; at++) {
      await guests.clearCookies()
      const data = { secret: links.viewer.split('/').at(-1), name: `Guest ${at}` }
      expect((await guests.request.post(`${server.origin}/api/join`, { data })).ok()).toBe(true)
    }
    await guests.close()
    await page.reload()
    await page.getByRole('button', { name: 'Only you are here' }).click()
    await expect(list.getByRole('listitem')).toHaveCount(30)
    const { y, height } = await stillBox(page.getByRole('dialog'))
    expect(y + height).toBeLessThanOrEqual(720)
    const last = list.getByRole('button', { name: /^More about/ }).last()
    await last.focus()
    await expect(last).toBeInViewport()
    await page.screenshot({ path: 'test-results/screens/absent-people-long.png' })
  })
})

import { expect, test, type Page } from '@playwright/test'
import { createBoardByHand, readLinks } from '../support/pages/people'
import { OwnServer } from '../support/servers/own-server'

const server = OwnServer.ofThisFile()

/** Shows a page as on a slow line: its script comes when the answer is called. */
async function openAsleep(page: Page, url: string): Promise<() => void> {
  let wake: () => void = () => undefined
  const awake = new Promise<void>((resolve) => (wake = resolve))
  await page.route('**/*.js', async (route) => {
    await awake
    await route.continue()
  })
  await page.goto(url, { waitUntil: 'commit' })
  return wake
}

test('whoever says their name before the script of the page has come keeps it, and joins', async ({
  browser,
}) => {
  const [fay, pat] = await server.visitors(browser, 'Fay', 'Pat')
  await createBoardByHand(fay, server.origin, 'Spring')
  const link = server.origin + (await readLinks(fay)).participant
  const wake = await openAsleep(pat.page, link)
  const name = pat.page.getByLabel('Your name')
  await name.fill('Pat')
  await name.press('Enter')
  await expect(pat.page.getByRole('button', { name: 'Join the board' })).toBeDisabled()
  wake()
  await expect(pat.page.getByRole('button', { name: 'Join the board' })).toBeEnabled()
  await expect(name).toHaveValue('Pat')
  expect(pat.page.url()).toBe(link)
  await name.press('Enter')
  await expect(pat.page.getByTestId('save-state')).toHaveText('Saved')
})

test('a new board keeps what was said before the script of the page had come', async ({ browser }) => {
  const { page } = await server.visitor(browser, 'Nora')
  const wake = await openAsleep(page, server.origin)
  await page.getByLabel('What is it about?').fill('Autumn')
  await page.getByLabel('Your name').fill('Nora')
  await page.getByLabel('Your name').press('Enter')
  await expect(page.getByRole('button', { name: 'Open the sample board' })).toBeDisabled()
  wake()
  await page.getByRole('button', { name: 'Create the board' }).click()
  await expect(page.getByRole('heading', { name: 'Autumn' })).toBeVisible()
})

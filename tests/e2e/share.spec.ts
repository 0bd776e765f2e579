import { expect, test, type Page } from '@playwright/test'
import { createBoardByHand, joinBoardByHand, readLinks, type Person } from '../support/pages/people'
import { stillBox } from '../support/pages/still-box'
import { OwnServer } from '../support/servers/own-server'

const LARGE_PX = 480
/** The one colour of what is to be pressed first, by daylight. */
const ACCENT = 'rgb(15, 118, 110)'
const server = OwnServer.ofThisFile()
let fay: Person
let pat: Person

test.beforeEach(async ({ browser }) => {
  ;[fay, pat] = await server.visitors(browser, 'Fay', 'Pat')
  await createBoardByHand(fay, server.origin, 'Spring')
})

async function openShare({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(page.getByLabel('participant link', { exact: true })).toBeVisible()
}

const shownLink = (page: Page, role: string): Promise<string> =>
  page.getByLabel(`${role} link`, { exact: true }).inputValue()

test('the share dialog shows a code as large as a projector needs, and none for facilitators', async () => {
  await openShare(fay)
  await expect(fay.page.getByRole('button', { name: /^Show the QR code/ })).toHaveCount(2)
  await fay.page.getByRole('button', { name: 'Show the QR code of the participant link' }).click()
  const code = fay.page.getByRole('img', { name: 'QR code of the participant link' })
  const { y, width, height } = await stillBox(code)
  expect(width).toBeGreaterThan(LARGE_PX)
  expect(y + height).toBeLessThan(720)
  await expect(fay.page.getByText('This code opens nothing on other devices')).toBeInViewport({ ratio: 1 })
  await fay.page.keyboard.press('Escape')
  await expect(code).toHaveCount(0)
  await expect(fay.page.getByText('These links work on this computer only.')).toContainText(
    `in place of ${new URL(server.origin).host}, and share from there`,
  )
  await expect(fay.page.getByRole('dialog', { name: 'Share this board' })).toBeVisible()
})

test('the link of the participants is the one to copy first', async () => {
  await openShare(fay)
  const copy = (role: string) => fay.page.getByRole('button', { name: `Copy the ${role} link` })
  await expect(copy('participant')).toHaveCSS('background-color', ACCENT)
  for (const role of ['viewer', 'facilitator'])
    await expect(copy(role)).not.toHaveCSS('background-color', ACCENT)
})

test('a replaced link opens nothing any more, keeps the name typed, and leaves those inside where they are', async ({
  browser,
}) => {
  const links = await readLinks(fay)
  await joinBoardByHand(pat, server.origin + links.participant)
  const late = await server.visitor(browser, 'Late')
  await late.page.goto(server.origin + links.participant)
  await late.page.getByLabel('Your name').fill('Late Larry')

  await openShare(fay)
  await expect(fay.page.getByRole('heading', { name: '2 people here' })).toBeVisible()
  const renew = fay.page.getByRole('button', { name: 'New link in place of this participant link' })
  const dialogTop = async () => (await stillBox(fay.page.getByRole('dialog'))).y
  const top = await dialogTop()
  await renew.click()
  await expect(fay.page.getByText('Whoever is on the board stays.')).toBeVisible()
  await fay.page.getByRole('button', { name: 'Make a new link' }).click()
  await expect(fay.page.getByText('There is a new participant link.')).toBeVisible()
  await expect(renew).toBeFocused()
  expect(await dialogTop(), 'it stands where it stood').toBe(top)
  const fresh = await shownLink(fay.page, 'participant')
  expect(fresh).not.toBe(server.origin + links.participant)

  await late.page.getByRole('button', { name: 'Join the board' }).click()
  await expect(late.page.getByText('This link does not open a board.')).toBeVisible()
  await expect(late.page.getByLabel('Your name')).toHaveValue('Late Larry')
  await late.page.goto(fresh)
  await expect(late.page.getByLabel('Your name')).toHaveValue('Late Larry')
  await expect(pat.page.getByTestId('save-state')).toHaveText('Saved')

  await test.step('a link that gives less takes nothing from whoever is on the board, and says so', async () => {
    await pat.page.goto(server.origin + links.viewer)
    await expect(pat.page.getByText('You are on this board already')).toBeVisible()
    await expect(pat.page.getByText('A viewer link takes nothing from you')).toBeVisible()
    await pat.page.getByRole('button', { name: 'Open the board' }).click()
    await expect(pat.page.getByTestId('save-state')).toHaveText('Saved')
  })
})

test('links changed in one go are changed one after another, so that no late answer shows an older one', async () => {
  const { page } = fay
  await openShare(fay)
  const before = await shownLink(page, 'participant')
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.method()))
  await page.route('**/links/participant/replace', async (route) => {
    const response = await route.fetch()
    await held
    await route.fulfill({ response })
  })
  await page.getByRole('button', { name: 'New link in place of this viewer link' }).click()
  await page.getByRole('button', { name: 'New link in place of this participant link' }).click()
  // The other question is closed by this one, which has the keyboard.
  await expect(page.getByRole('group', { name: /^New .* link$/ })).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Keep the old one' })).toBeFocused()
  await page.getByRole('button', { name: 'Make a new link' }).click()
  await page.getByRole('button', { name: /Change how long the viewer link works/ }).click()
  await page.getByRole('menuitemradio', { name: 'For a day' }).click()
  await expect(page.getByRole('menuitemradio', { name: 'For a day' })).toHaveCount(0)
  expect(asked.filter((method) => method === 'PATCH')).toEqual([])
  letGo()
  await expect(page.getByRole('button', { name: /^Works until .* the viewer link/ })).toBeVisible()
  expect(await shownLink(page, 'participant')).not.toBe(before)
})

test('a viewer changes their own name, and the others see it without loading anything anew', async () => {
  await joinBoardByHand(pat, server.origin + (await readLinks(fay)).viewer)
  await expect(fay.page.getByRole('button', { name: 'Follow Pat' })).toBeVisible()
  await pat.page.getByRole('button', { name: '2 people here' }).click()
  const change = pat.page.getByRole('button', { name: 'Change your name', exact: true })
  await change.click()
  const dialog = pat.page.getByRole('dialog', { name: 'Change your name' })
  await dialog.getByLabel('Your name').fill('  ')
  await pat.page.keyboard.press('Enter')
  await expect(dialog.getByText('Say what the others may call you.')).toBeVisible()
  await dialog.getByLabel('Your name').fill('Patricia')
  await pat.page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(change).toBeFocused()
  await expect(pat.page.getByText('Patricia (you)')).toBeVisible()
  await expect(fay.page.getByRole('button', { name: 'Follow Patricia' })).toBeVisible()
  await pat.page.reload()
  await pat.page.getByRole('button', { name: '2 people here' }).click()
  await expect(pat.page.getByText('Patricia (you)')).toBeVisible()
})

test('a link that ends while somebody types their name says so and keeps the name', async () => {
  const link = server.origin + (await readLinks(fay)).participant
  await pat.page.goto(link)
  await pat.page.getByLabel('Your name').fill('Slow Sam')
  const end = await fay.page.evaluate(async () => {
    const expiresAt = Date.now() + 1_000
    const path = `/api${window.location.pathname.replace('/b/', '/boards/')}/links/participant`
    const headers = { 'content-type': 'application/json' }
    await fetch(path, { method: 'PATCH', headers, body: JSON.stringify({ expiresAt }) })
    return expiresAt
  })
  await pat.page.waitForFunction((at) => Date.now() > at, end)
  await pat.page.getByRole('button', { name: 'Join the board' }).click()
  await expect(pat.page.getByText('This link has expired. Ask the facilitator')).toBeVisible()
  await expect(pat.page.getByLabel('Your name')).toHaveValue('Slow Sam')
  await pat.page.goto(link)
  await expect(pat.page.getByRole('heading', { name: 'This link has expired' })).toBeVisible()
  await expect(pat.page.getByText('Ask the facilitator for a current one.', { exact: true })).toBeVisible()
  await openShare(fay)
  const gives = fay.page.getByText('Lets nobody in any more.')
  await expect(gives).toBeVisible()
  await expect(
    fay.page.getByRole('button', { name: 'Show the QR code of the participant link' }),
  ).toHaveCount(0)
  const copy = fay.page.getByRole('button', { name: 'Copy the participant link' })
  await expect(copy).not.toHaveCSS('background-color', ACCENT)
  await fay.page.getByRole('button', { name: /^Has ended\. Change how long the participant/ }).click()
  await fay.page.getByRole('menuitemradio', { name: 'For a day' }).click()
  await expect(gives).toHaveCount(0)
  await expect(copy).toHaveCSS('background-color', ACCENT)
  await pat.page.reload()
  await expect(pat.page.getByRole('button', { name: 'Join the board' })).toBeEnabled()
})

test('a link is given an end and freed of it', async () => {
  await openShare(fay)
  const choose = async (name: string): Promise<void> => {
    await fay.page.getByRole('button', { name: /Change how long the participant link works/ }).click()
    await fay.page.getByRole('menuitemradio', { name }).click()
  }
  const { page } = fay
  await choose('For a day')
  await expect(
    page.getByRole('status').getByText(/^The participant link works until \w+ \d+, \d\d:\d\d\.$/),
  ).toBeVisible()
  await expect(fay.page.getByRole('button', { name: /^Works until .* the participant link/ })).toBeVisible()
  await choose('Never expires')
  await expect(fay.page.getByRole('button', { name: /^Never expires.* the participant link/ })).toBeVisible()
  await expect(page.getByText('The participant link never expires.')).toBeVisible()
  await page.getByRole('button', { name: /Change how long the participant link works/ }).click()
  await expect(page.getByRole('menuitemradio', { name: 'Never expires' })).toBeChecked()
})

import { networkInterfaces } from 'node:os'
import { expect, test } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import { createBoard, joinBoard, openBrowserOf, readLinks, waitUntilSaved } from '../support/pages/people'
import { startContourServer, type ContourServer } from '../support/servers/contour-server'
import { startTlsProxy, type TlsProxy } from '../support/servers/tls-proxy'

let server: ContourServer
let proxy: TlsProxy

test.beforeAll(async () => {
  server = await startContourServer()
  proxy = await startTlsProxy(() => server.port)
})
test.afterAll(async () => {
  await proxy.stop()
  await server.stop()
})

test('everything works at a plain http address of the network, where browsers lock features away', async ({
  browser,
}) => {
  const address = nonLoopbackAddress()
  const fay = await openBrowserOf(browser, 'Fay')
  const pat = await openBrowserOf(browser, 'Pat')
  await createBoard(fay, server.origin, 'On the network')
  const origin = `http://${address}:${server.port}`
  await joinBoard(pat, origin + (await readLinks(fay)).participant)
  expect(await pat.page.evaluate(() => window.isSecureContext)).toBe(address === '127.0.0.1')
  expect(pat.page.url()).not.toContain('join')

  const board = new BoardPage(pat.page)
  await board.addInitiatives('From the next room')
  await board.dropFromTray('From the next room', await board.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
  expect((await new BoardPage(fay.page).card('From the next room')).target).toBe('curve:linear')
  expect([...fay.complaints, ...pat.complaints]).toEqual([])
  await Promise.all([fay.context.close(), pat.context.close()])
})

test('a link can be copied by hand where the browser has no clipboard for us', async ({ browser }) => {
  const fay = await openBrowserOf(browser, 'Fay')
  await createBoard(fay, `http://${nonLoopbackAddress()}:${server.port}`, 'No clipboard')
  await fay.page.getByRole('button', { name: 'Share' }).click()
  const field = fay.page.getByRole('textbox', { name: 'participant link' })
  await expect(field).toHaveValue(/\/join\//)
  await fay.context.close()
})

test('it runs over https behind a proxy without a policy violation or a call to another host', async ({
  browser,
}) => {
  const fay = await openBrowserOf(browser, 'Fay', { ignoreHTTPSErrors: true })
  const pat = await openBrowserOf(browser, 'Pat', { ignoreHTTPSErrors: true })
  await createBoard(fay, proxy.origin, 'Behind a proxy')
  await joinBoard(pat, proxy.origin + (await readLinks(fay)).participant)
  await new BoardPage(fay.page).addInitiatives('Encrypted')
  await expect(new BoardPage(pat.page).trayCard('Encrypted')).toBeVisible()
  await waitUntilSaved(fay.page)
  await expect(fay.page.locator('.tl-watermark_SEE-LICENSE')).toBeVisible()
  expect([...fay.complaints, ...pat.complaints]).toEqual([])
  await Promise.all([fay.context.close(), pat.context.close()])
})

/** An address of this machine that is not loopback; a machine without one is reached at loopback. */
function nonLoopbackAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1'
}

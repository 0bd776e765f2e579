import { expect, test } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import {
  createBoard,
  joinBoard,
  openBrowserOf,
  readLinks,
  waitUntilSaved,
  type Person,
} from '../support/pages/people'
import { startContourServer, type ContourServer } from '../support/servers/contour-server'
import { FULL_DISKS, type FillableDisk } from '../support/servers/full-disk'

let disk: FillableDisk
let server: ContourServer
let fay: Person
let pat: Person

for (const { name, isPossible, start } of FULL_DISKS) {
  test.describe(`on ${name}`, () => {
    test.skip(!isPossible(), 'this machine has no such disk')

    test.beforeEach(async ({ browser }) => {
      disk = await start()
      server = await startContourServer({ CONTOUR_DATA_DIR: disk.directory }, (command) => disk.wrap(command))
      fay = await openBrowserOf(browser, 'Fay')
      pat = await openBrowserOf(browser, 'Pat')
      await createBoard(fay, server.origin, 'Full')
      await joinBoard(pat, server.origin + (await readLinks(fay)).participant)
    })
    test.afterEach(async () => {
      expect([...fay.complaints, ...pat.complaints]).toEqual([])
      await Promise.all([fay.context.close(), pat.context.close()])
      await server.stop()
      await disk.stop()
    })

    test('[SAVE-3] everybody is told, nothing is called saved, and all of it is kept until there is space', async () => {
      const [fayBoard, patBoard] = [new BoardPage(fay.page), new BoardPage(pat.page)]
      await fayBoard.addInitiatives('Before')
      await waitUntilSaved(fay.page)

      await test.step('the disk is full', async () => {
        disk.fill(server.pid())
        await fayBoard.addInitiatives('While it was full')
        for (const { page } of [fay, pat]) {
          await expect(page.getByTestId('save-state')).toHaveText('Server cannot save')
          await expect(page.getByText(/Editing is locked until it can/).first()).toBeVisible()
        }
        expect((await fay.page.request.get(`${server.origin}/healthz`)).status()).toBe(503)
        // Nobody is shown what could still be lost; its author keeps it.
        await expect(fayBoard.trayCard('While it was full')).toBeVisible()
        await expect(patBoard.trayCard('While it was full')).toHaveCount(0)
      })

      await test.step('what would be lost cannot be begun', async () => {
        await expect(fay.page.getByRole('button', { name: 'Note' })).toHaveCount(0)
        await patBoard.carryFromTray('Before', await patBoard.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
        await pat.page.mouse.up()
        expect(await patBoard.cards()).toEqual([])
        expect(await fayBoard.cards()).toEqual([])
      })

      await test.step('there is space again: all is saved, and says so', async () => {
        disk.free(server.pid())
        for (const { page } of [fay, pat]) await waitUntilSaved(page)
        await expect(patBoard.trayCard('While it was full')).toBeVisible()
        await patBoard.addInitiatives('After')
        await waitUntilSaved(pat.page)
      })

      await test.step('and it is there after a crash', async () => {
        await server.kill()
        await server.restart()
        await pat.page.reload()
        for (const title of ['Before', 'While it was full', 'After'])
          await expect(patBoard.trayCard(title)).toBeVisible()
      })
    })

    test('[SAVE-4] a crash while it is full loses nothing that was called saved, nor what a page still holds', async () => {
      const [fayBoard, patBoard] = [new BoardPage(fay.page), new BoardPage(pat.page)]
      await fayBoard.addInitiatives('Called saved')
      await waitUntilSaved(fay.page)
      disk.fill(server.pid())
      await fayBoard.addInitiatives('Held by a page')
      await expect(pat.page.getByTestId('save-state')).toHaveText('Server cannot save')
      await server.kill()
      disk.free(server.pid())
      await expect(fay.page.getByTestId('save-state')).toHaveText(/Offline, 1 change/)
      await server.restart()
      await waitUntilSaved(fay.page)
      await pat.page.reload()
      for (const title of ['Called saved', 'Held by a page'])
        await expect(patBoard.trayCard(title)).toBeVisible()
    })

    test('[SAVE-3] who comes while it is full sees what was saved, is told to wait, and then sees all of it', async () => {
      const [fayBoard, patBoard] = [new BoardPage(fay.page), new BoardPage(pat.page)]
      await fayBoard.addInitiatives('Saved before')
      await fayBoard.dropFromTray('Saved before', await fayBoard.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
      await waitUntilSaved(fay.page)
      disk.fill(server.pid())
      await fayBoard.addInitiatives('In the way')
      await expect(pat.page.getByTestId('save-state')).toHaveText('Server cannot save')
      await pat.page.reload()
      await expect(pat.page.getByTestId('save-state')).toHaveText('Server cannot save')
      await expect(pat.page.getByText(/keep this page open/)).toBeVisible()
      expect((await patBoard.card('Saved before')).title).toBe('Saved before')
      await expect(pat.page.getByRole('button', { name: 'Note' })).toHaveCount(0)
      await expect(patBoard.trayCard('In the way')).toHaveCount(0)
      await expect(pat.page.getByTestId('save-state')).toHaveText('Server cannot save')
      disk.free(server.pid())
      await waitUntilSaved(pat.page)
      await expect(patBoard.trayCard('In the way')).toBeVisible()
    })

    test('a board that cannot be kept is not made, and says so in a sentence', async () => {
      disk.fill(server.pid())
      await fay.page.goto(server.origin)
      await fay.page.getByLabel('What is it about?').fill('No space')
      await fay.page.getByLabel('Your name').fill('Fay')
      await fay.page.getByRole('button', { name: 'Create the board' }).click()
      await expect(fay.page.getByText(/cannot save/)).toBeVisible()
      await expect(fay.page.getByLabel('What is it about?')).toHaveValue('No space')
      disk.free(server.pid())
      await fay.page.getByRole('button', { name: 'Create the board' }).click()
      await fay.page.waitForURL('**/b/*')
      await waitUntilSaved(fay.page)
    })
  })
}

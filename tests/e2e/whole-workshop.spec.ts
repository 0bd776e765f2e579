import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { parseRows } from '@/lib/import/parse-rows'
import { PORTFOLIO_24 } from '../support/boards/portfolio'
import { BoardPage } from '../support/pages/board-page'
import { MapPage } from '../support/pages/map-page'
import { createBoardByHand, joinBoardByHand, readLinks, waitUntilSaved } from '../support/pages/people'
import { PicturePage, pngSize, readPixels } from '../support/pages/picture-page'
import { readSvg } from '../support/pages/read-svg'
import { addByMenu, frames, waitUntilStill } from '../support/pages/template-page'
import { OwnServer } from '../support/servers/own-server'

const PAPER = '#fbfaf7'
const TITLE = 'Autumn portfolio'

const server = OwnServer.ofThisFile()

test('a whole short workshop, from an empty board to files that say what was decided', async ({
  browser,
}) => {
  test.slow()
  const [fay, pat, kim, vic] = await server.visitors(browser, 'Fay', 'Pat', 'Kim', 'Vic')
  const [fayBoard, patBoard, kimBoard] = [fay, pat, kim].map(({ page }) => new BoardPage(page)) as [
    BoardPage,
    BoardPage,
    BoardPage,
  ]
  const [fayMap, kimMap] = [new MapPage(fay.page), new MapPage(kim.page)]

  await test.step('the facilitator prepares: curves, a map of teams, the list', async () => {
    await createBoardByHand(fay, server.origin, TITLE)
    await addByMenu(fay.page, 'Team map')
    expect((await frames(fay.page)).map(({ templateId }) => templateId)).toEqual([
      'effort-value-curves',
      'team-map',
    ])
    await fayBoard.importCsv('portfolio.csv', PORTFOLIO_24)
    await fayMap.addTeam('Node')
    await fayMap.classify('Node', 'Platform')
  })

  await test.step('the group comes by its links, and the one who only looks follows the facilitator', async () => {
    const links = await readLinks(fay)
    await joinBoardByHand(pat, server.origin + links.participant)
    await joinBoardByHand(kim, server.origin + links.participant)
    await joinBoardByHand(vic, server.origin + links.viewer)
    await vic.page.getByRole('button', { name: 'Follow Fay' }).first().click()
    await expect(vic.page.getByTestId('following')).toContainText('Following Fay')
  })

  await test.step('one places on the curves, the other gives work to a team, at the same time', async () => {
    for (const { page } of [fay, pat, kim]) {
      await page.getByRole('button', { name: 'Show the whole board' }).click()
      await waitUntilStill(page)
    }
    await Promise.all([
      patBoard.dropFromTray('Memory QoS', await patBoard.pointOnPlot('linear', { x: 0.5, y: 0.5 })),
      kimBoard.dropFromTray('Gang Scheduling', await kimMap.pointOn('Node')),
    ])
    await expect.poll(async () => (await fayMap.team('Node')).load).toMatch(/^1 initiative/)
  })

  await test.step('what stands on the map is placed on a curve as well, by the keyboard', async () => {
    const { x, y } = await kimBoard.card('Gang Scheduling')
    const at = await kimBoard.toClient({ x: x + 60, y: y + 15 })
    await kim.page.mouse.click(at.x, at.y)
    await kim.page.keyboard.press('Enter')
    await kim.page
      .getByTestId('inspector')
      .getByRole('button', { name: 'Place it elsewhere too' })
      .press('Enter')
    await kim.page.getByRole('menuitem', { name: 'Fast first' }).press('ArrowRight')
    await kim.page.getByRole('menuitem', { name: 'In the middle' }).press('Enter')
    for (const board of [fayBoard, patBoard, kimBoard]) {
      await expect
        .poll(async () =>
          (await board.cards()).map(({ target }) => target.replace(/^team:.*/, 'team')).sort(),
        )
        .toEqual(['curve:linear', 'curve:quick-taper', 'team'])
    }
  })

  await test.step('they leave with a picture whose words can be read', async () => {
    await waitUntilSaved(fay.page)
    const picture = new PicturePage(fay.page)
    await picture.open()
    await picture.choose('The whole board', 'SVG')
    const read = await readSvg(fay, (await picture.download()).content.toString())
    expect(read.foreign).toEqual([])
    for (const said of [TITLE, 'Memory QoS', 'Gang Scheduling', 'Node']) {
      expect(read.texts.join('\n')).toContain(said)
    }
    expect(read.texts.join('\n')).toMatch(/Spent \d+\D+ banked \d+/)
  })

  await test.step('with one that has the promised pixels', async () => {
    const picture = new PicturePage(fay.page)
    await picture.open()
    await picture.choose('PNG', '2×')
    const promised = await picture.promised()
    const { content } = await picture.download()
    expect(pngSize(content)).toEqual(promised)
    const { colors, variety } = await readPixels(fay.page, content, [{ x: 4, y: 4 }])
    expect(colors).toEqual([PAPER])
    expect(variety).toBeGreaterThan(8)
  })

  await test.step('and with a spreadsheet that says where each of the 24 stands', async () => {
    const download = fay.page.waitForEvent('download')
    await fay.page.getByRole('button', { name: 'Export' }).click()
    await fay.page.getByRole('menuitem', { name: 'Spreadsheet' }).click()
    const csv = await readFile(await (await download).path(), 'utf8')
    expect(csv).toMatch(/KEP-2570,Memory QoS,.*Spent \d+\s%/)
    expect(csv).toMatch(/Gang Scheduling,.*Node/)
    const rows = parseRows(csv)
    expect(rows.ok && rows.value.drafts).toHaveLength(24)
  })
})

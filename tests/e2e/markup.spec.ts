import { expect, test, type Browser, type Page } from '@playwright/test'
import { createRecords } from '@/lib/board/operations/records'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { editText } from '@/lib/board/operations/texts'
import { CANVAS_INSTANCE, placementKey } from '@/lib/board/layout'
import { authorOf as testAuthor, geoRecord } from '../support/boards/board-builders'
import { idOf } from '../support/boards/board-edits'
import { BoardPage } from '../support/pages/board-page'
import { startContourServer, type ContourServer } from '../support/servers/contour-server'
import { createBoard, joinBoard, openBrowserOf, readLinks, type Person } from '../support/pages/people'
import { PicturePage, pngSize } from '../support/pages/picture-page'
import { connectAs } from '../support/rooms/plain-client'

// `reportViolation` is the alarm in every page of these tests: what calls it stands among the complaints.
const MARKUP = '<img src=x onerror="reportViolation(1)">'

let server: ContourServer
const people: Person[] = []

test.beforeAll(async () => {
  server = await startContourServer()
})
test.afterEach(async () => {
  for (const person of people) {
    expect(await foreignElements(person.page), `elements in ${person.name}'s page`).toEqual([])
    expect(person.complaints, `${person.name}'s page complained`).toEqual([])
  }
  await Promise.all(people.splice(0).map(({ context }) => context.close()))
})
test.afterAll(() => server.stop())

test('the alarm of these tests rings where markup is let into a page', async ({ browser }) => {
  const eve = await openBrowserOf(browser, 'Eve')
  await eve.page.goto(server.origin)
  // A page that is just coming to life draws itself again where something else stands in it.
  const letIn = async (): Promise<number> => {
    await eve.page.evaluate((markup) => (document.body.innerHTML = markup), MARKUP)
    return (await foreignElements(eve.page)).length
  }
  await expect.poll(letIn).toBe(1)
  await expect.poll(() => eve.complaints.length).toBeGreaterThan(0)
  await eve.context.close()
})

test('what people call their boards, their work and themselves is shown as they wrote it', async ({
  browser,
}) => {
  const fay = await open(browser, `Fay${MARKUP}`)
  const pat = await open(browser, `Pat${MARKUP}`)
  await createBoard(fay, server.origin, `Plan ${MARKUP}`)
  await joinBoard(pat, server.origin + (await readLinks(fay)).participant)
  const [fayBoard, patBoard] = [new BoardPage(fay.page), new BoardPage(pat.page)]

  await test.step('in the title of the page and of the window', async () => {
    await expect(pat.page.getByRole('heading', { level: 1 })).toHaveText(`Plan ${MARKUP}`)
    await expect(pat.page).toHaveTitle(new RegExp(escaped(`Plan ${MARKUP}`)))
  })

  await test.step('in the tray, in a hand, on the canvas and in its title editor', async () => {
    await patBoard.addInitiatives(`Card ${MARKUP}`)
    await expect(fayBoard.trayCard(`Card ${MARKUP}`)).toBeVisible()
    await patBoard.carryFromTray(`Card ${MARKUP}`, await patBoard.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
    await expect.poll(() => ghostTitles(fay.page)).toEqual([`Card ${MARKUP}`])
    await pat.page.mouse.up()
    const card = await fayBoard.card(`Card ${MARKUP}`)
    await patBoard.carryCard(`Card ${MARKUP}`, { x: 30, y: 20 })
    await expect(fay.page.locator('.tl-canvas').getByText(`Pat${MARKUP}`).first()).toBeVisible()
    await pat.page.keyboard.press('Escape')
    await pat.page.mouse.up()
    // What somebody has in their hand is nobody else's to write on.
    await expect(fay.page.locator('[data-held="true"]')).toHaveCount(0)
    const at = await fayBoard.toClient({ x: card.x + 60, y: card.y + 30 })
    await fay.page.mouse.dblclick(at.x, at.y)
    await expect(fay.page.getByRole('textbox', { name: 'Title' })).toHaveValue(`Card ${MARKUP}`)
    await fay.page.keyboard.press('Enter')
  })

  await test.step('in the list of people', async () => {
    await fay.page.getByRole('button', { name: '2 people here' }).click()
    await expect(fay.page.getByRole('dialog').getByText(`Pat${MARKUP}`)).toBeVisible()
    await fay.page.keyboard.press('Escape')
  })

  await test.step('in notes, and in a title that is written over them', async () => {
    await fay.page.getByRole('button', { name: 'Note' }).click()
    await fay.page.mouse.click(900, 600)
    await fay.page.keyboard.type(`Note ${MARKUP}`)
    await fay.page.keyboard.press('Escape')
    await expect(pat.page.locator('.tl-canvas').getByText(`Note ${MARKUP}`)).toBeVisible()
  })

  await test.step('in cells of a spreadsheet, where tags are taken out and the words stay', async () => {
    await fayBoard.importCsv(
      'cells.csv',
      `title,team,owner\n"Row <svg onload=reportViolation(1)>","Team ""><script>reportViolation(1)</script>","O'</style><b>"\n`,
    )
    await expect(patBoard.trayCard('Row')).toBeVisible()
  })

  await test.step('in the picture, whose file has a tame name', async () => {
    const picture = new PicturePage(fay.page)
    await picture.open()
    await picture.choose('PNG', '1×')
    const promised = await picture.promised()
    const { name, content } = await picture.download()
    expect(name).toMatch(/^Plan-img-src-x-onerror-reportViolation-1-[\d-]+\.png$/)
    expect(pngSize(content)).toEqual(promised)
  })

  await test.step('in the list of boards', async () => {
    expect(await foreignElements(fay.page)).toEqual([])
    await fay.page.goto(server.origin)
    await expect(fay.page.getByRole('link', { name: `Plan ${MARKUP}` })).toBeVisible()
  })
})

test('what a client of its own making writes is shown as words, or not kept at all', async ({ browser }) => {
  const fay = await open(browser, 'Fay')
  const path = await createBoard(fay, server.origin, 'Raw')
  const raw = await connectAs(fay, server, path)
  const author = { ...testAuthor(raw.personId), now: Date.now() }
  const { board } = raw

  addInitiatives(board, author, [{ id: idOf('raw'), title: MARKUP, team: MARKUP, owner: MARKUP }])
  editText(board, author, {
    root: 'initiatives',
    id: idOf('raw'),
    field: 'summary',
    at: 0,
    remove: 0,
    insert: MARKUP,
  })
  setPlacements(board, author, [
    { key: placementKey(idOf('raw'), CANVAS_INSTANCE), placement: { target: 'canvas', dx: 200, dy: 60 } },
  ])
  const geo = (id: string, index: string, props: object) => {
    const record = geoRecord(`shape:${id}`, { index })
    const meta = { createdBy: author.personId, createdAt: author.now }
    return { ...record, meta, x: 200, y: 200, props: { ...(record['props'] as object), ...props } }
  }
  const words = (text: string, marks: object[] = []) => ({
    richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text, marks }] }] },
  })
  const link = (href: string, more: object = {}) =>
    words('press me', [{ type: 'link', attrs: { href, ...more } }])
  createRecords(board, author, [geo('words', 'a5', { ...words(`Words ${MARKUP}`), w: 400 })] as never)
  await raw.saved()
  await expect(fay.page.locator('.tl-canvas').getByText(`Words ${MARKUP}`).first()).toBeVisible()
  expect((await new BoardPage(fay.page).card(MARKUP)).target).toBe('canvas')

  const refused = [
    geo('script-link', 'a6', link('javascript:reportViolation(1)')),
    geo('data-link', 'a7', link('data:text/html,<script>reportViolation(1)</script>')),
    geo('spaced-link', 'a8', link(' java\nscript:reportViolation(1)')),
    geo('script-url', 'a9', { url: 'javascript:reportViolation(1)' }),
    geo('quoted-link', 'aA', link('https://example.org/"onmouseover="reportViolation(1)')),
  ]
  for (const record of refused) createRecords(board, author, [record] as never)
  await expect.poll(() => raw.refusals.length).toBeGreaterThanOrEqual(refused.length)
  const shown = await fay.page.evaluate(() => window.contourProbe?.freeShapes().map(({ id }) => id))
  expect(shown).toEqual(['shape:words'])
  raw.stop()
})

test('only pictures are taken as pictures, and what hides in one runs nowhere', async ({ browser }) => {
  const fay = await open(browser, 'Fay')
  const path = await createBoard(fay, server.origin, 'Files')
  const address = `${server.origin}/api${path.replace('/b/', '/boards/')}/assets`
  const script = '<script>reportViolation(1)</script>'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="reportViolation(1)">${script}</svg>`
  for (const [type, content] of [
    ['image/svg+xml', svg],
    ['image/png', svg],
    ['image/png', `<!doctype html>${script}`],
  ] as const) {
    const answer = await upload(fay.page, { address, type, content })
    expect(answer.status, type).toBe(415)
  }

  // A picture of one line as far as it can be told from its head.
  const head = `GIF89a/*${'\x01\x00\x00\x00\x00'},${'\x00\x00\x00\x00\x01\x00\x01\x00\x00'}`
  const hidden = await upload(fay.page, {
    address,
    type: 'text/html',
    content: `${head}${script}*/=1;${script}`,
  })
  expect(hidden.status).toBe(201)
  const src = server.origin + hidden.src
  const { headers } = await fay.page.evaluate(async (url) => {
    const answer = await fetch(url)
    return { headers: Object.fromEntries(answer.headers) }
  }, src)
  expect(headers).toMatchObject({ 'content-type': 'image/gif', 'x-content-type-options': 'nosniff' })
  expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/)
  // As a page of its own; a broken picture is all there is to see.
  await fay.page.goto(src)
  expect(await fay.page.evaluate(() => document.scripts.length)).toBe(0)
})

async function open(browser: Browser, name: string): Promise<Person> {
  const person = await openBrowserOf(browser, name)
  people.push(person)
  return person
}

/** Elements that only markup of these tests could have made. */
function foreignElements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const bad =
      'img[src="x"], [onerror], [onload], [onmouseover], a[href^="javascript" i], a[href^="data:" i]'
    return [...document.querySelectorAll(bad)].map((element) => element.outerHTML)
  })
}

function ghostTitles(page: Page): Promise<string[] | undefined> {
  return page.evaluate(() => window.contourProbe?.ghosts().map(({ title }) => title))
}

function upload(
  page: Page,
  file: { address: string; type: string; content: string },
): Promise<{ status: number; src: string }> {
  return page.evaluate(async ({ address, type, content }) => {
    const answer = await fetch(address, { method: 'POST', body: content, headers: { 'content-type': type } })
    const body = (await answer.json()) as { src?: string }
    return { status: answer.status, src: body.src ?? '' }
  }, file)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

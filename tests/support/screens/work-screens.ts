import { expect } from '@playwright/test'
import { goToBoard, goToWholeBoard } from './board-screens'
import type { Chapter, Stage } from './stage'

const BAD_ROWS =
  'key,title,team,effort\nKEP-2570,Memory QoS,Core,3\nB,,Core,2\nC,Memory qos,Core,many\nD,New one,,1\n'

const toCopy = async (stage: Stage) => goToWholeBoard(stage, await stage.world.copyCurves())

async function openDetails(stage: Stage, name: string): Promise<void> {
  await stage.press(name)
  await expect(stage.page.getByTestId('inspector')).toBeVisible()
}

/** The panel leaves a phone a strip of the canvas, and in it what is spoken of. */
function expectInSight({ page, board }: Stage, title: string): Promise<void> {
  const isInSight = async (): Promise<boolean> => {
    const area = await page.getByTestId('canvas-area').boundingBox()
    const { y } = await board.toClient(await board.card(title))
    return area !== null && y > area.y && y < area.y + area.height
  }
  return expect.poll(isInSight, title).toBe(true)
}

/** Bringing initiatives in. */
export const IMPORT: Chapter = {
  name: 'import',
  enter: toCopy,
  screens: [
    {
      name: 'import-source',
      open: async (stage) => {
        await stage.showTray()
        await stage.press('Import initiatives')
        await expect(stage.page.getByRole('dialog')).toBeVisible()
      },
      close: () => Promise.resolve(),
    },
    {
      name: 'import-review',
      open: async (stage) => {
        await stage.board.chooseCsv('rows.csv', BAD_ROWS)
        await expect(stage.page.getByRole('dialog')).toContainText('there is no title.')
      },
      close: () => Promise.resolve(),
    },
    {
      name: 'import-result',
      open: async (stage) => {
        await stage.press(/^Import \d+ rows?$/)
        await expect(stage.page.getByRole('button', { name: 'Save the rows left out' })).toBeVisible()
      },
    },
    {
      name: 'import-unreadable',
      open: async (stage) => {
        await stage.showTray()
        await stage.board.chooseCsv('empty.csv', '')
        await expect(stage.page.getByRole('dialog').getByRole('alert')).toBeVisible()
      },
    },
  ],
}

/** What is known of initiatives, beside the board. */
export const DETAILS: Chapter = {
  name: 'details',
  enter: (stage) => goToWholeBoard(stage, stage.world.boards.curves.id),
  screens: [
    {
      name: 'details-one',
      open: async (stage) => {
        await stage.pressCard('Memory QoS')
        await openDetails(stage, 'Details of “Memory QoS”')
        await expect(stage.page.getByTestId('last-change')).toBeVisible()
        await expectInSight(stage, 'Memory QoS')
      },
      close: (stage) => stage.press('Close the details'),
    },
    {
      name: 'details-several',
      open: async (stage) => {
        await stage.page.keyboard.press('Escape')
        await stage.pressCard('Memory QoS')
        await stage.pressCard('Gang Scheduling', 'Shift')
        await openDetails(stage, 'Details of 2 initiatives')
      },
      close: (stage) => stage.press('Close the details'),
    },
    {
      name: 'details-empty',
      open: async (stage) => {
        await toCopy(stage)
        await stage.showTray()
        await stage.board.addInitiatives('Nothing is known')
        await stage.board.trayCard('Nothing is known').hover()
        await stage.press('More about Nothing is known')
        await stage.page.getByRole('menuitem', { name: 'Details' }).click()
        await expect(stage.page.getByTestId('inspector')).toContainText('Nowhere yet')
      },
      close: async (stage) => {
        await stage.press('Close the details')
        await stage.hideTray()
      },
    },
    {
      name: 'board-viewer',
      open: async (stage) => {
        await goToWholeBoard(stage, stage.world.boards.lent.id)
        await stage.board.card('Memory QoS')
        await expect(stage.page.getByTestId('save-state')).toHaveText('Looking on')
      },
    },
    {
      name: 'details-viewer',
      open: async (stage) => {
        await stage.pressCard('Memory QoS')
        await openDetails(stage, 'Details of “Memory QoS”')
        await expectInSight(stage, 'Memory QoS')
      },
    },
  ],
}

/** Templates, and those who change them. */
export const TEMPLATES: Chapter = {
  name: 'templates',
  enter: (stage) => goToWholeBoard(stage, stage.world.boards.sample.id),
  screens: [
    {
      name: 'template-add',
      open: async (stage) => {
        await stage.choose('Templates', 'Add a template…')
        await expect(stage.page.getByRole('dialog', { name: 'Add a template' })).toBeVisible()
      },
    },
    {
      name: 'template-editing',
      open: async (stage) => {
        await stage.choose('Templates', 'Edit the templates')
        await expect(stage.page.getByTestId('template-bar').first()).toBeVisible()
      },
    },
    {
      name: 'template-rename',
      open: async (stage) => {
        await askOfTemplate(stage, 'Rename')
        await expect(stage.page.getByRole('dialog')).toBeVisible()
      },
    },
    {
      name: 'template-remove',
      open: async (stage) => {
        await askOfTemplate(stage, 'Remove')
        await expect(stage.page.getByRole('dialog')).toBeVisible()
      },
      close: async (stage) => {
        await stage.closeAll()
        await stage.press('Done')
      },
    },
  ],
}

/** For who is new here: a hint, and what is said at the same time. */
export const HINTS_AND_NOTICES: Chapter = {
  name: 'notices',
  who: 'newcomer',
  enter: async (stage) => goToBoard(stage, await stage.world.copyCurves()),
  screens: [
    { name: 'hint', open: ({ page }) => expect(page.getByTestId('hint')).toBeVisible() },
    {
      name: 'hint-with-notice',
      open: async (stage) => {
        await stage.showTray()
        const field = stage.page.getByLabel('Add an initiative')
        await field.focus()
        await field.evaluate((element) => {
          const data = new DataTransfer()
          data.setData('text/plain', 'Faster search\nLogin with a link')
          element.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
          )
        })
        await stage.hideTray()
        await stage.holdNotice()
        // On a phone there is room for one of them.
        await expect(stage.page.getByTestId('hint')).toBeVisible({ visible: stage.device.name !== 'phone' })
      },
    },
  ],
}

/** A narrow bar has one menu for it. */
async function askOfTemplate(stage: Stage, what: 'Rename' | 'Remove'): Promise<void> {
  const bar = stage.page.getByTestId('template-bar').first()
  const more = bar.getByRole('button', { name: /^More about / })
  if (!(await more.isVisible())) return bar.getByRole('button', { name: new RegExp(`^${what} `) }).click()
  await more.click()
  await stage.page.getByRole('menuitem', { name: what }).click()
}

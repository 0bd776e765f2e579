import { expect } from '@playwright/test'
import { MapPage } from '../pages/map-page'
import { waitUntilSaved } from '../pages/people'
import { goToBoard, goToWholeBoard } from './board-screens'
import { whatLiesOnTheHeading } from './faults/what-lies-on-the-heading'
import type { Chapter, Stage } from './stage'

async function openPeople(stage: Stage): Promise<void> {
  await stage.press(/here$/)
  await expect(stage.page.getByRole('dialog').getByRole('button', { name: 'Follow Pat' })).toBeVisible()
}

async function openPersonMenu(stage: Stage): Promise<void> {
  await openPeople(stage)
  await stage.press('More about Pat')
  await expect(stage.page.getByRole('menu')).toBeVisible()
}

/** Six others on a board, one of whom is followed. */
export const PEOPLE: Chapter = {
  name: 'people',
  enter: async (stage) => {
    const boardId = await stage.world.copyCurves()
    await stage.world.invite(boardId, 6)
    await goToWholeBoard(stage, boardId)
    await expect(stage.page.getByRole('button', { name: '7 people here' })).toBeVisible()
  },
  screens: [
    { name: 'people-cursors', open: ({ page }) => page.mouse.move(1, 1) },
    { name: 'people-list', open: openPeople },
    { name: 'person-menu', open: openPersonMenu },
    {
      name: 'person-remove',
      open: async (stage) => {
        await openPersonMenu(stage)
        await stage.page.getByRole('menuitem', { name: 'Remove from the board' }).click()
        await expect(stage.page.getByRole('dialog', { name: /^Remove Pat/ })).toBeVisible()
      },
    },
    {
      name: 'notice-of-failure',
      open: async (stage) => {
        await openPersonMenu(stage)
        await stage.page.route('**/members/**', (route) => route.abort())
        await stage.page.getByRole('menuitemradio', { name: 'Viewer' }).click()
        await expect(stage.page.getByTestId('notice')).not.toBeEmpty()
        await stage.closeAll()
        await stage.holdNotice()
      },
    },
    {
      name: 'following',
      open: async (stage) => {
        if (!stage.device.isTouch) return stage.press('Follow Ada')
        await openPeople(stage)
        await stage.page.getByRole('dialog').getByRole('button', { name: 'Follow Ada' }).click()
      },
      close: (stage) => stage.press('Stop'),
    },
  ],
}

const mapOf = ({ page }: Stage): MapPage => new MapPage(page)

/** A map of teams beside the curves. */
export const TEAMS: Chapter = {
  name: 'teams',
  enter: (stage) => goToWholeBoard(stage, stage.world.boards.sample.id),
  screens: [
    { name: 'teams-board', open: (stage) => mapOf(stage).team('Node') },
    {
      name: 'team-bar',
      open: async (stage) => {
        await mapOf(stage).select('Storage')
        await expect(stage.page.getByTestId('team-bar')).toBeVisible()
      },
      close: () => Promise.resolve(),
    },
    {
      name: 'team-type',
      open: async (stage) => {
        await stage.press(/^Type: /)
        await expect(stage.page.getByRole('menu')).toBeVisible()
      },
    },
    {
      name: 'team-work',
      open: async (stage) => {
        await stage.press(/^Work: /)
        await expect(stage.page.getByRole('menu')).toBeVisible()
      },
    },
    {
      name: 'interaction-bar',
      open: async (stage) => {
        const service = (await mapOf(stage).interactions()).find(({ mode }) => mode === 'x-as-a-service')
        if (!service) throw new Error('The sample has a service.')
        const { x, y } = await stage.board.toClient(service)
        await stage.page.keyboard.press('Escape')
        await stage.page.mouse.click(x, y)
        await expect(stage.page.getByRole('button', { name: /^Mode: / })).toBeVisible()
      },
      close: ({ page }) => page.keyboard.press('Escape'),
    },
    {
      name: 'interaction-menu',
      open: async (stage) => {
        await stage.press('Add an interaction')
        await expect(stage.page.getByRole('menu')).toBeVisible()
      },
    },
    {
      name: 'ask-teams',
      open: async (stage) => {
        await mapOf(stage).addInteraction('Facilitating')
        await expect(stage.page.getByRole('dialog', { name: 'Which two teams?' })).toBeVisible()
      },
    },
  ],
}

async function expectHeadingClear({ page }: Stage): Promise<void> {
  await expect(page.getByTestId('connection-banner')).toBeVisible()
  await expect.poll(() => whatLiesOnTheHeading(page)).toEqual([])
}

/** When something between the page and the disk does not work. */
export const TROUBLE: Chapter = {
  name: 'trouble',
  enter: async (stage) => {
    const boardId = await stage.world.copyCurves()
    await stage.world.invite(boardId, 1)
    await goToBoard(stage, boardId)
  },
  screens: [
    {
      name: 'offline',
      open: async (stage) => {
        await stage.showTray()
        await stage.person.context.setOffline(true)
        await stage.board.addInitiatives('Written on the train')
        await stage.hideTray()
        await expect(stage.page.getByTestId('save-state')).toHaveText(/Offline, 1 change/)
        await expectHeadingClear(stage)
      },
      close: async ({ page, person }) => {
        await person.context.setOffline(false)
        await waitUntilSaved(page)
      },
    },
    {
      name: 'cannot-save',
      open: async (stage) => {
        const { disk, server } = stage.world
        disk?.fill(server.pid())
        if (!disk) return
        await stage.showTray()
        await stage.board.addInitiatives('While it was full')
        await stage.hideTray()
        await expect(stage.page.getByTestId('save-state')).toHaveText('Server cannot save')
        await expectHeadingClear(stage)
      },
      close: async ({ page, world }) => {
        world.disk?.free(world.server.pid())
        await waitUntilSaved(page)
      },
    },
    {
      name: 'closed',
      open: async (stage) => {
        await stage.world.remove(new URL(stage.page.url()).pathname.replace('/b/', ''))
        await expect(stage.page.getByRole('alertdialog')).toBeFocused()
        await expect(stage.page.locator('header', { hasText: 'Share' })).toHaveCount(0)
      },
    },
    {
      name: 'closed-unsaved',
      open: async (stage) => {
        const boardId = await stage.world.copyCurves()
        await goToBoard(stage, boardId)
        await stage.showTray()
        await stage.person.context.setOffline(true)
        await stage.board.addInitiatives('Written on the train', 'And this one')
        await stage.hideTray()
        await stage.world.remove(boardId)
        await stage.person.context.setOffline(false)
        await expect(stage.page.getByRole('alertdialog')).toContainText('Copy them')
      },
    },
  ],
}

import { atom } from '@tldraw/state'
import { expect, test } from 'vitest'
import type { Notice } from '@/components/board/board-client'
import { createTeller } from '@/components/board/client/create-teller'
import { bindStrayFiles } from '@/components/workshop/import/source/bind-stray-files'

function openPage(role: 'participant' | 'viewer' = 'participant') {
  const page = new EventTarget()
  const notice = atom<Notice | null>('notice', null)
  const client = {
    canEdit: atom('can edit', role !== 'viewer'),
    me: atom('me', { role }),
    tell: createTeller(notice),
  }
  const stop = bindStrayFiles(client as never, page)
  /** Says whether the browser is kept from opening it. */
  const bring = (type: 'dragover' | 'drop', dataTransfer: object, isTaken = false): boolean => {
    const event = Object.assign(new Event(type, { cancelable: true }), { dataTransfer })
    if (isTaken) event.preventDefault()
    page.dispatchEvent(event)
    return event.defaultPrevented
  }
  return { bring, stop, said: () => notice.get()?.sentence }
}

const holding = (name: string, type = '') => ({ types: ['Files'], files: [{ name, type }] })

test('a file that nobody takes is kept from the browser, and the person told what can be dropped', () => {
  const { bring, said } = openPage()
  expect(bring('dragover', holding('plan.xlsx'))).toBe(true)
  expect(said()).toBeUndefined()
  expect(bring('drop', holding('plan.xlsx'))).toBe(true)
  expect(said()).toContain('Save the spreadsheet as CSV')
})

test('a picture is sent to the canvas', () => {
  const { bring, said } = openPage()
  bring('drop', holding('photo.png', 'image/png'))
  expect(said()).toContain('on the canvas')
})

test('a viewer is told that they may not', () => {
  const { bring, said } = openPage('viewer')
  expect(bring('drop', holding('plan.csv', 'text/csv'))).toBe(true)
  expect(said()).toContain('Your role')
})

test('what was taken already, and what is no file, is left alone', () => {
  const { bring, said, stop } = openPage()
  bring('drop', holding('plan.xlsx'), true)
  expect(bring('drop', { types: ['text/plain'], files: [] })).toBe(false)
  stop()
  expect(bring('drop', holding('plan.xlsx'))).toBe(false)
  expect(said()).toBeUndefined()
})

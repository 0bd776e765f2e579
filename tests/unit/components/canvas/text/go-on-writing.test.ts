import { atom } from '@tldraw/state'
import type { Editor } from 'tldraw'
import { expect, test } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import { createDrafts } from '@/components/board/text/drafts'
import { draftOfShape, goOnWriting } from '@/components/canvas/text/go-on-writing'
import { seededBoard } from '@/tests/support/boards/board-builders'
import { cardRecord } from '../support/rule-stand'

const elementOf = (isHome: boolean) => ({ matches: () => isHome })

/** A canvas with one card, whose title somebody wrote in when the document was renewed. */
function standIn() {
  const [isWhole, canEdit] = [atom('is whole', false), atom('can edit', true)]
  const [card, page] = [cardRecord('ship'), { activeElement: elementOf(true), body: null }]
  const done: unknown[] = []
  const editor = {
    getContainer: () => ({ ownerDocument: page }),
    getCurrentPageShapes: () => [card],
    select: (id: string) => done.push(id),
    setEditingShape: () => done.push('opened'),
    setCurrentTool: () => undefined,
  } as unknown as Editor
  let goElsewhere = (): void => undefined
  const drafts = createDrafts({
    dropLetters: () => () => undefined,
    hearLeaving: (leave) => {
      goElsewhere = leave
      return () => undefined
    },
  })
  drafts.put(draftOfShape(card.id), { text: 'Half', caret: [4, 4] })
  const client = { board: seededBoard(), drafts, offline: { isWhole }, canEdit } as unknown as BoardClient
  goOnWriting(editor, client)
  return { isWhole, canEdit, page, done, card, goElsewhere: () => goElsewhere() }
}

test('what somebody wrote in is opened again once all of it is there and they may edit it', () => {
  const { isWhole, canEdit, done, card } = standIn()
  canEdit.set(false)
  isWhole.set(true)
  expect(done).toEqual([])
  canEdit.set(true)
  expect(done).toEqual([card.id, 'opened'])
})

test('it is not opened where its person has the keyboard elsewhere', () => {
  const { isWhole, page, done } = standIn()
  page.activeElement = elementOf(false)
  isWhole.set(true)
  expect(done).toEqual([])
})

test('it is not opened where its person has been elsewhere since', () => {
  const { isWhole, done, goElsewhere } = standIn()
  goElsewhere()
  isWhole.set(true)
  expect(done).toEqual([])
})

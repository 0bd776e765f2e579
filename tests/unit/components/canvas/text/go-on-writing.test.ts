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
function standIn(card = cardRecord('ship')) {
  const [isWhole, canEdit] = [atom('is whole', false), atom('can edit', true)]
  const page = { activeElement: elementOf(true), body: null }
  const done: unknown[] = []
  const editor = {
    getContainer: () => ({ ownerDocument: page, addEventListener: (event: string) => done.push(event) }),
    getCurrentPageShapes: () => [card],
    select: (id: string) => done.push(id),
    setEditingShape: () => done.push('opened'),
    setCurrentTool: () => undefined,
    updateShape: ({ props }: { props: object }) => done.push(props),
  } as unknown as Editor
  let goElsewhere = (): void => undefined
  let type: (key: string) => void = () => undefined
  let isHeard = true
  const drafts = createDrafts({
    dropLetters: (hear) => {
      type = hear
      isHeard = false
      return () => void (isHeard = true)
    },
    hearLeaving: (leave) => {
      goElsewhere = leave
      return () => undefined
    },
  })
  drafts.put(draftOfShape(card.id), { text: 'Half', caret: [4, 4] })
  const client = { board: seededBoard(), drafts, offline: { isWhole }, canEdit } as unknown as BoardClient
  goOnWriting(editor, client, () => done.push('shown'))
  return {
    isWhole,
    canEdit,
    page,
    done,
    card,
    goElsewhere: () => goElsewhere(),
    type: (key: string) => type(key),
    isHeard: () => isHeard,
  }
}

test('what somebody wrote in is shown as it is by now and opened again once all of it is there and they may edit it', async () => {
  const { isWhole, canEdit, done, card } = standIn()
  canEdit.set(false)
  isWhole.set(true)
  expect(done).toEqual([])
  canEdit.set(true)
  await Promise.resolve()
  expect(done).toEqual(['shown', card.id, 'opened'])
})

test('it is not opened where its person has the keyboard elsewhere', async () => {
  const { isWhole, page, done } = standIn()
  page.activeElement = elementOf(false)
  isWhole.set(true)
  await Promise.resolve()
  expect(done).toEqual(['shown'])
})

test('it is not opened where its person has been elsewhere since', async () => {
  const { isWhole, done, goElsewhere } = standIn()
  goElsewhere()
  isWhole.set(true)
  await Promise.resolve()
  expect(done).toEqual(['shown'])
})

test('what its person typed for a note before they went elsewhere comes into it, once', async () => {
  const richText = (words: string) => ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
  })
  const note = { ...cardRecord('note'), type: 'note', props: { richText: richText('Half full') } }
  const { isWhole, canEdit, done, goElsewhere, type } = standIn(note)
  type('!')
  goElsewhere()
  isWhole.set(true)
  await Promise.resolve()
  expect(done).toEqual(['shown', { richText: richText('Hal!f full') }])
  canEdit.set(false)
  canEdit.set(true)
  await Promise.resolve()
  expect(done.slice(2)).toEqual(['shown'])
})

test('what was typed for the words at an arrow is in them before they are opened, and what comes then is heard', async () => {
  const arrow = { ...cardRecord('arrow'), type: 'arrow', props: { text: 'Halfway' } }
  const { isWhole, done, type, card, isHeard } = standIn(arrow)
  type('!')
  expect(isHeard()).toBe(false)
  isWhole.set(true)
  await Promise.resolve()
  expect(done).toEqual(['shown', { text: 'Half!way' }, card.id, 'opened', 'focusin'])
  expect(isHeard()).toBe(true)
})

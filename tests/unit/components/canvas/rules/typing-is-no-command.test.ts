import { expect, it } from 'vitest'
import { InstancePageStateRecordType, type TLPageId } from 'tldraw'
import { keepTypingFromCommands } from '@/components/canvas/rules/typing-is-no-command'
import { cardRecord, createRuleStand } from '../support/rule-stand'

const PAGE = 'page:page' as TLPageId
const STATE = InstancePageStateRecordType.createId(PAGE)

function standWriting() {
  const stand = createRuleStand()
  const { store } = stand
  const card = stand.show(cardRecord('card'))
  const stop = keepTypingFromCommands(stand.editor, stand.client)
  const state = InstancePageStateRecordType.create({ id: STATE, pageId: PAGE, editingShapeId: card })
  store.put([state])
  return { ...stand, stop, endWriting: () => store.put([{ ...state, editingShapeId: null }]) }
}

it('tells the writer that what they write in was taken away', () => {
  const { store, notice, stop, endWriting } = standWriting()
  store.mergeRemoteChanges(endWriting)
  expect(notice.get()?.sentence).toMatch(/Its title is kept/)
  stop()
})

it('says nothing where the writer ends it', () => {
  const { notice, stop, endWriting } = standWriting()
  endWriting()
  expect(notice.get()).toBeNull()
  stop()
})

import { atom } from '@tldraw/state'
import type { Editor } from 'tldraw'
import { expect, test } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import { takeOverUndo } from '@/components/canvas/rules/undo-is-ours'
import { createRuleStand, cardRecord } from '../support/rule-stand'

/** A canvas on which everything that happens is said in a word. */
function stand() {
  const { store, show } = createRuleStand()
  const id = show(cardRecord('carried'))
  const said: string[] = []
  const path = atom('path', 'root.select.idle')
  const canUndo = atom('can undo', true)
  const say = (word: string) => () => void said.push(word)
  const theirs = {
    undo: say('engine undoes'),
    redo: say('engine redoes'),
    getCanUndo: () => false,
    getCanRedo: () => false,
    complete: say('complete'),
    bail: () => store.update(id, (shape) => ({ ...shape, x: shape.x + 1 })),
    bailToMark: say('back to the mark'),
    cancel: () => editor.bail(),
    interrupt: say('interrupt'),
  }
  const editor = {
    ...theirs,
    store,
    isDisposed: false,
    getPath: () => path.get(),
    clearHistory: say('history is empty'),
  } as unknown as Editor
  const stop = takeOverUndo({
    editor,
    client: {
      undo: { undo: say('undo'), redo: say('redo'), canUndo, canRedo: atom('can redo', false) },
    } as unknown as BoardClient,
    router: {
      flush: say('flush'),
      cancelGesture: say('cancel the gesture'),
      startOver: (ids) => void said.push(`start over with ${[...ids].join()}`),
    },
  })
  return { editor, theirs, said, path, canUndo, stop }
}

test('undo and redo are the board’s, once what is under way is done', () => {
  const { editor, said, canUndo, stop } = stand()
  editor.undo()
  editor.redo()
  expect(said).toEqual(['complete', 'undo', 'complete', 'redo'])
  expect([editor.getCanUndo(), editor.getCanRedo()]).toEqual([true, false])
  canUndo.set(false)
  expect(editor.getCanUndo()).toBe(false)
  stop()
})

test('Escape calls the gesture off, and a tool that only starts over takes back what it put back', () => {
  const { editor, said, stop } = stand()
  editor.cancel()
  expect(said).toEqual(['flush', 'cancel the gesture'])
  said.length = 0
  editor.bail()
  expect(said).toEqual(['flush', 'start over with shape:carried'])
  stop()
})

test('a press that made a shape and comes to nothing is given up', () => {
  const { editor, said, path, stop } = stand()
  path.set('arrow.pointing')
  editor.bailToMark('creating')
  expect(said).toEqual(['flush', 'back to the mark', 'cancel the gesture'])
  stop()
})

test('the history of the engine is emptied when its tools rest, and left to it in between', async () => {
  const { said, path, stop } = stand()
  path.set('root.select.translating')
  await Promise.resolve()
  expect(said).toEqual([])
  path.set('root.select.idle')
  await Promise.resolve()
  expect(said).toEqual(['history is empty'])
  stop()
})

test('when the canvas goes, the engine has its own ways again and keeps its history', async () => {
  const { editor, theirs, said, path, stop } = stand()
  for (const [name, method] of Object.entries(theirs).filter(([name]) => name !== 'complete'))
    expect(editor[name as keyof Editor], name).not.toBe(method)
  await Promise.resolve()
  said.length = 0
  stop()
  expect(editor).toMatchObject(theirs)
  path.set('root.select.translating')
  path.set('root.select.idle')
  await Promise.resolve()
  expect(said).toEqual([])
})

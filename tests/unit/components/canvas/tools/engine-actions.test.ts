import { expect, it } from 'vitest'
import type { Editor, TLUiActionsContextType, TLUiToolsContextType } from 'tldraw'
import { ENGINE_ACTIONS } from '@/components/canvas/tools/engine-actions'

const entry = (id: string, kbd: string) => ({ id, kbd, onSelect: () => undefined })
const editor = {} as Editor
const helpers = {} as Parameters<NonNullable<typeof ENGINE_ACTIONS.tools>>[2]

it('leaves the engine no tool to bind a key to', () => {
  const tools = Object.fromEntries(['select', 'draw', 'laser', 'frame'].map((id) => [id, entry(id, 'x')]))
  expect(ENGINE_ACTIONS.tools?.(editor, tools as unknown as TLUiToolsContextType, helpers)).toEqual({})
})

it('leaves the engine only what it says to those who hear the canvas', () => {
  const actions: TLUiActionsContextType = Object.fromEntries(
    ['undo', 'toggle-lock', 'delete', 'a11y-repeat-shape-announce'].map((id) => [id, entry(id, 'x')]),
  )
  const kept = ENGINE_ACTIONS.actions?.(editor, actions, helpers) ?? {}
  expect(Object.keys(kept)).toEqual(['a11y-repeat-shape-announce'])
})

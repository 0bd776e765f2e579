import { expect, it } from 'vitest'
import type { Editor, TLUiToolsContextType } from 'tldraw'
import { SHORTCUTS } from '@/components/canvas/tools/shortcuts'

const entry = (id: string, kbd: string) => ({ id, kbd, onSelect: () => undefined })
const editor = {} as Editor
const helpers = {} as Parameters<NonNullable<typeof SHORTCUTS.tools>>[2]

it('unbinds every tool a workshop does not need', () => {
  const tools = Object.fromEntries(
    ['select', 'draw', 'eraser', 'laser', 'frame'].map((id) => [id, entry(id, 'x')]),
  )
  const kept = SHORTCUTS.tools?.(editor, tools as unknown as TLUiToolsContextType, helpers) ?? {}
  expect(Object.entries(kept).map(([id, tool]) => [id, tool.kbd])).toEqual([
    ['select', 'v'],
    ['draw', 'd'],
  ])
})

it('unbinds every action a workshop does not need', () => {
  const actions = Object.fromEntries(
    ['undo', 'redo', 'toggle-lock', 'group', 'print'].map((id) => [id, entry(id, 'x')]),
  )
  const kept = SHORTCUTS.actions?.(editor, actions, helpers) ?? {}
  expect(Object.keys(kept)).toEqual(['undo', 'redo'])
})

import { describe, expect, it } from 'vitest'
import { toolsFor } from '@/components/board/canvas/canvas-tools'
import { pickShortcut, shortcutsOf, type Presser } from '@/components/workshop/keys/pick-shortcut'
import { SHORTCUTS } from '@/components/workshop/keys/shortcuts'
import { ROLES, can, type Role } from '@/lib/access/roles'
import type { KeyPress } from '@/components/workshop/keys/matches-key'

/** The press that a written shortcut asks for. */
function pressOf(written: string): KeyPress {
  const parts = written === '+' ? ['+'] : written.split('+')
  const key = parts.at(-1) ?? ''
  return {
    key: key.length === 1 ? key.toLowerCase() : key,
    code: /^\d$/.test(key) ? `Digit${key}` : '',
    ctrlKey: parts.includes('Mod'),
    metaKey: false,
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  }
}

const presser = (role: Role, more: Partial<Presser> = {}): Presser => ({
  role,
  canEdit: can(role, 'edit'),
  inCanvas: true,
  singleKeys: true,
  ...more,
})

describe.each(ROLES)('a %s', (role) => {
  it.each(SHORTCUTS.filter(({ run }) => run).flatMap((one) => one.keys.map((keys) => [keys, one] as const)))(
    'has %s bound only where they may do what it does',
    (written, shortcut) => {
      const found = pickShortcut(pressOf(written), presser(role))
      expect(found).toBe(can(role, shortcut.needs) ? shortcut : null)
    },
  )

  it('has a key for every tool of their toolbar and for no other', () => {
    const tools = toolsFor({ role, canEdit: can(role, 'edit') })
    const letters = shortcutsOf(presser(role))
      .filter(({ section, keys }) => section === 'Tools' && /^[A-Z]$/.test(keys[0] ?? ''))
      .map(({ keys }) => keys[0])
    expect(letters).toEqual(tools.flatMap(({ key }) => key ?? []))
  })

  it('loses every key that changes something while nothing can be saved', () => {
    const locked = shortcutsOf(presser(role, { canEdit: false }))
    expect(locked.map(({ needs }) => needs)).toEqual(locked.map(() => 'read'))
  })
})

it('gives participants five tools at most and viewers none that changes anything', () => {
  expect(toolsFor({ role: 'participant', canEdit: true }).map(({ tool }) => tool)).toEqual([
    'select',
    'hand',
    'note',
    'draw',
    'arrow',
  ])
  expect(toolsFor({ role: 'viewer', canEdit: false }).map(({ tool }) => tool)).toEqual(['select', 'hand'])
  expect(toolsFor({ role: 'facilitator', canEdit: true }).length).toBeGreaterThan(5)
})

it('binds no key twice for the same person', () => {
  const all = shortcutsOf(presser('facilitator')).flatMap(({ keys }) => keys)
  expect(all).toEqual([...new Set(all)])
})

it('keeps to command keys for people who have switched single characters off', () => {
  const calm = presser('facilitator', { singleKeys: false })
  for (const written of ['V', 'N', '/', '?', '1', '+'])
    expect(pickShortcut(pressOf(written), calm)).toBeNull()
  for (const written of ['Mod+F', 'Mod+Z', 'Shift+1', 'Delete']) {
    expect(pickShortcut(pressOf(written), calm), written).not.toBeNull()
  }
})

it('takes nothing away while the keyboard is beside the canvas', () => {
  const beside = presser('facilitator', { inCanvas: false })
  for (const written of ['Delete', 'Backspace', 'Mod+A', 'Mod+D']) {
    expect(pickShortcut(pressOf(written), beside)).toBeNull()
  }
  expect(pickShortcut(pressOf('V'), beside)).not.toBeNull()
})

import { expect, it } from 'vitest'
import { languageOf } from '@/lib/language-of'

it('knows a German title by its letters, its small words and its endings', () => {
  for (const title of [
    'Zahlungsverkehrsabwicklung',
    'Überweisungen',
    'Suche und Filter',
    'Kundenfreundlichkeit',
  ])
    expect(languageOf(title), title).toBe('de')
})

it('takes every other title for one in the language of the pages', () => {
  for (const title of [
    'Memory QoS',
    'Faster search',
    'Undo of an import',
    'MIT licence',
    'Die casting for the chain of supply',
    '',
  ])
    expect(languageOf(title), title).toBeNull()
})

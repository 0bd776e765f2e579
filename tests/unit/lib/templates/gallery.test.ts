import { expect, test } from 'vitest'
import { TEMPLATES } from '@/lib/templates/catalogue'
import { EFFORT_VALUE_CURVES } from '@/lib/templates/effort-value-curves'
import { listGallery } from '@/lib/templates/gallery'

test('the gallery offers every template of the catalogue, with its name and a line', () => {
  expect(listGallery().map(({ id, name }) => [id, name])).toEqual(TEMPLATES.map(({ id, name }) => [id, name]))
  for (const { line } of listGallery()) expect(line.length).toBeGreaterThan(20)
})

test('a template nobody wrote a line for shows its question', () => {
  const fresh = { ...EFFORT_VALUE_CURVES, id: 'fresh', prompt: 'What now?' }
  expect(listGallery([fresh])).toEqual([{ id: 'fresh', name: fresh.name, line: 'What now?' }])
})

import { expect, test } from 'vitest'
import { BLANK_START, findTemplate, isStart, TEMPLATES } from '@/lib/templates/catalogue'
import { EFFORT_VALUE_CURVES } from '@/lib/templates/effort-value-curves'
import { listGallery, listStarts } from '@/lib/templates/gallery'

test('the gallery offers every template of the catalogue, with its name and a line', () => {
  expect(listGallery().map(({ id, name }) => [id, name])).toEqual(TEMPLATES.map(({ id, name }) => [id, name]))
  for (const { line } of listGallery()) expect(line.length).toBeGreaterThan(20)
})

test('a template nobody wrote a line for shows its question', () => {
  const fresh = { ...EFFORT_VALUE_CURVES, id: 'fresh', prompt: 'What now?' }
  expect(listGallery([fresh])).toEqual([{ id: 'fresh', name: fresh.name, line: 'What now?' }])
})

test('a board can start from every template and from nothing, which is no template', () => {
  const starts = listStarts().map(({ id }) => id)
  expect(starts).toEqual([...TEMPLATES.map(({ id }) => id), BLANK_START])
  for (const id of starts) expect(isStart(id)).toBe(true)
  expect(findTemplate(BLANK_START)).toBeNull()
  expect(isStart('kanban')).toBe(false)
})

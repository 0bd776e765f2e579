import { describe, expect, it } from 'vitest'
import { ENTITY_ROOTS, TEXT_FIELDS } from '@/lib/board/layout'
import { entitySchemas, placementSchema, TEXT_CHARACTERS } from '@/lib/board/limits/entity-schemas'

const AUTHORSHIP = { createdBy: 'ada', createdAt: 1_700_000_000_000.25 }

describe('entitySchemas', () => {
  it('takes an initiative with all, some or removed fields', () => {
    const { initiatives } = entitySchemas
    expect(initiatives.safeParse(AUTHORSHIP).success).toBe(true)
    expect(
      initiatives.safeParse({ ...AUTHORSHIP, effort: 2.5, team: { removed: 1 }, owner: 'Ada', deleted: null })
        .success,
    ).toBe(true)
    expect(initiatives.safeParse({ ...AUTHORSHIP, deleted: { by: 'bo', at: 5 } }).success).toBe(true)
    const lists = { tags: ['urgent', 'for all'], links: ['https://example.org/a', 'mailto:a@b.c'] }
    expect(initiatives.safeParse({ ...AUTHORSHIP, ...lists }).success).toBe(true)
    expect(initiatives.safeParse({ ...AUTHORSHIP, tags: { removed: 1 }, links: [] }).success).toBe(true)
  })

  it.each([
    { effort: -1 },
    { effort: NaN },
    { team: 3 },
    { title: 'no text here' },
    { deleted: true },
    { owner: 'x'.repeat(121) },
    { tags: 'urgent' },
    { tags: ['a;b'] },
    { tags: [' a'] },
    { tags: ['turned \u202Eaway'] },
    { owner: 'turned \u202Eaway' },
    { team: 'a\u0000b' },
    { tags: Array.from({ length: 21 }, (_, at) => `t${at}`) },
    { links: ['javascript:alert(1)'] },
    { links: ['//example.org'] },
    { links: [{ href: 'https://example.org' }] },
    { links: Array.from({ length: 21 }, () => 'https://example.org') },
  ])('refuses an initiative with %j', (fields) => {
    expect(entitySchemas.initiatives.safeParse({ ...AUTHORSHIP, ...fields }).success).toBe(false)
  })

  it('takes an instance only with a finite place of two numbers', () => {
    const instance = { ...AUTHORSHIP, templateId: 'effort-value-curves' }
    expect(entitySchemas.instances.safeParse({ ...instance, place: [1, -2.5] }).success).toBe(true)
    expect(entitySchemas.instances.safeParse({ ...instance, place: [1] }).success).toBe(false)
    expect(entitySchemas.instances.safeParse({ ...instance, place: [1, Infinity] }).success).toBe(false)
  })

  it('limits every text that people type in', () => {
    for (const root of ENTITY_ROOTS)
      expect(Object.keys(TEXT_CHARACTERS[root])).toEqual([...TEXT_FIELDS[root]])
  })
})

describe('placementSchema', () => {
  it('takes a snapped, a free and a canvas placement', () => {
    expect(placementSchema.safeParse({ target: 'curve:j-curve', x: 0.5, dx: 0, dy: 0 }).success).toBe(true)
    expect(placementSchema.safeParse({ target: 'frame', dx: -3.5, dy: 4 }).success).toBe(true)
    expect(placementSchema.safeParse({ target: 'canvas', dx: 0, dy: 0 }).success).toBe(true)
  })

  it.each([
    { target: 'curve:j-curve', x: 1.1, dx: 0, dy: 0 },
    { target: 'curve:', dx: 0, dy: 0 },
    { target: 'tray', dx: 0, dy: 0 },
    { target: 'frame', dx: Infinity, dy: 0 },
    { target: 'frame', dx: 0, dy: 0, visible: false },
    null,
  ])('refuses %j', (placement) => {
    expect(placementSchema.safeParse(placement).success).toBe(false)
  })
})

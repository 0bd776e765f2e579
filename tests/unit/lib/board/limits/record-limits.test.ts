import { describe, expect, it } from 'vitest'
import type { BoardRecord, Json } from '@/lib/board/layout'
import { checkRecord } from '@/lib/board/limits/record-limits'
import { LIMITS } from '@/lib/sync/limits'
import { bindingRecord, geoRecord, groupRecord, NOW } from '@/tests/support/boards/board-builders'

function reasonOf(record: unknown): string | null {
  const result = checkRecord(record)
  return result.ok ? null : result.error
}

function withProps(record: BoardRecord, props: Record<string, Json>): BoardRecord {
  return { ...record, props: { ...(record['props'] as Record<string, Json>), ...props } }
}

function imageAsset(src: string | null): BoardRecord {
  const props = { w: 10, h: 10, name: 'a.png', isAnimated: false, mimeType: 'image/png', src }
  return { id: 'asset:1', typeName: 'asset', type: 'image', props, meta: {} }
}

function noteText(content: Json): BoardRecord {
  return withProps(geoRecord('shape:a'), { richText: { type: 'doc', content } })
}

const GEO = geoRecord('shape:a')

describe('checkRecord', () => {
  it('takes shapes, groups, bindings, the page and the document', () => {
    const page = { id: 'page:page', typeName: 'page', name: 'Page', index: 'a1', meta: {} }
    const document = {
      id: 'document:document',
      typeName: 'document',
      gridSize: 10,
      name: '',
      meta: { createdAt: NOW },
    }
    for (const record of [
      GEO,
      groupRecord('shape:g'),
      bindingRecord('binding:1', 'shape:a', 'shape:b'),
      page,
      document,
    ]) {
      expect(reasonOf(record)).toBeNull()
    }
  })

  it.each(['embed', 'video', 'bookmark', 'card', 'curve-plot', 'template-frame', 'constructor'])(
    'refuses a shape of type %s',
    (type) => {
      expect(reasonOf({ ...GEO, type })).toBe(`shapes of type ${type} are not kept`)
    },
  )

  it.each(['camera', 'instance', 'pointer', 'instance_presence', 'toString'])(
    'refuses a record of type %s',
    (typeName) => {
      expect(reasonOf({ ...GEO, typeName })).toContain('are not kept')
    },
  )

  it('refuses the ids of derived shapes, second pages and ids that are too long', () => {
    for (const id of ['shape:card-a-b', 'shape:frame-first', 'shape:plot-first-linear', 'shape:lane-1-a']) {
      expect(reasonOf({ ...GEO, id })).toContain('derived')
    }
    expect(reasonOf({ id: 'page:two', typeName: 'page', name: '', index: 'a1', meta: {} })).toBe(
      'a board has one page',
    )
    expect(reasonOf({ ...GEO, id: `shape:${'x'.repeat(200)}` })).toBe('record has no usable id')
  })

  it('refuses to hang on an id that no record can have: it would be looked for among all cards at every dash', () => {
    const endless = `shape:card-${'-'.repeat(19_000)}`
    const binding = bindingRecord('binding:1', 'shape:a', 'shape:b')
    for (const record of [
      { ...GEO, parentId: endless },
      { ...binding, fromId: endless },
      { ...binding, toId: endless },
    ])
      expect(reasonOf(record)).toBe('record hangs on what has an endless id')
  })

  it('refuses what the validators of the canvas refuse', () => {
    expect(reasonOf(withProps(GEO, { color: 'mauve' }))).not.toBeNull()
    expect(reasonOf(withProps(GEO, { unknown: 1 }))).not.toBeNull()
    expect(reasonOf({ ...GEO, index: 'nonsense' })).not.toBeNull()
    expect(reasonOf({ ...GEO, opacity: 3 })).not.toBeNull()
  })

  it.each([NaN, Infinity, 1e8])('refuses the coordinate %d', (x) => {
    expect(reasonOf({ ...GEO, x })).toBe('record holds a number out of range')
  })

  it('refuses links that are none', () => {
    expect(reasonOf(withProps(GEO, { url: 'https://example.org/a' }))).toBeNull()
    expect(reasonOf(withProps(GEO, { url: 'javascript:alert(1)' }))).not.toBeNull()
    expect(reasonOf(withProps(GEO, { url: '/relative' }))).toBe('record holds a bad link')
  })

  it('shows pictures only from this server', () => {
    expect(reasonOf(imageAsset('/assets/abc_DEF-1'))).toBeNull()
    expect(reasonOf(imageAsset(null))).toBeNull()
    for (const src of [
      'https://example.org/a.png',
      'data:image/png;base64,AAAA',
      '//example.org/a',
      '/assets/../api',
      'asset:1',
    ]) {
      expect(reasonOf(imageAsset(src))).not.toBeNull()
    }
  })

  it('takes the rich text an editor writes', () => {
    const link = {
      type: 'link',
      attrs: { href: 'https://example.org', target: '_blank', rel: null, class: null },
    }
    const item = { type: 'listItem', content: [{ type: 'paragraph', attrs: { dir: 'auto' } }] }
    expect(reasonOf(noteText([{ type: 'bulletList', content: [item] }]))).toBeNull()
    expect(
      reasonOf(
        noteText([
          {
            type: 'paragraph',
            content: [{ type: 'text', text: 'Hi', marks: [link, { type: 'bold' }] }, { type: 'hardBreak' }],
          },
        ]),
      ),
    ).toBeNull()
  })

  it('refuses rich text whose parts lie where the editor has no place for them', () => {
    const text = { type: 'text', text: 'a' }
    const paragraph = { type: 'paragraph', content: [text] }
    const item = { type: 'listItem', content: [paragraph] }
    const heading = (level: string | number) => ({ type: 'heading', attrs: { level }, content: [text] })
    for (const content of [[paragraph, { type: 'bulletList', content: [item] }], [heading(6)]]) {
      expect(reasonOf(noteText(content))).toBeNull()
    }
    for (const content of [
      [],
      [text],
      [item],
      [{ type: 'paragraph', content: [paragraph] }],
      [{ type: 'bulletList', content: [] }],
      [{ type: 'orderedList', content: [paragraph] }],
      [{ type: 'bulletList', content: [{ type: 'listItem', content: [] }] }],
      [
        {
          type: 'bulletList',
          content: [{ type: 'listItem', content: [{ type: 'bulletList', content: [item] }] }],
        },
      ],
      [{ type: 'paragraph', content: [{ ...text, content: [text] }] }],
    ]) {
      expect(reasonOf(noteText(content)), JSON.stringify(content)).toContain('wrong place')
    }
    for (const level of [0, 7, 1.5, 'x']) expect(reasonOf(noteText([heading(level)]))).toContain('heading')
  })

  it('refuses rich text the editor would fall over', () => {
    expect(reasonOf(noteText([{ type: 'iframe' }]))).toBe('rich text holds an unknown part')
    expect(reasonOf(noteText([{ type: 'paragraph', content: [{ type: 'text', text: '' }] }]))).toContain(
      'wrong place',
    )
    expect(reasonOf(noteText([{ type: 'doc', content: [] }]))).toContain('wrong place')
    expect(
      reasonOf(
        noteText([{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'blink' }] }] }]),
      ),
    ).toContain('unknown mark')
    const bad = { type: 'link', attrs: { href: 'javascript:alert(1)' } }
    expect(
      reasonOf(noteText([{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [bad] }] }])),
    ).toContain('bad link')
    expect(reasonOf(noteText(Array.from({ length: 20_000 }, () => ({ type: 'paragraph' }))))).not.toBeNull()
  })

  it('refuses records that are too large, too deep or no plain data', () => {
    const points = Array.from({ length: 20_000 }, (_, at) => ({ x: at, y: at }))
    expect(reasonOf({ ...GEO, meta: { points } })).toBe('record is too large')
    for (const nothing of [null, true, [], {}] as const) {
      const many = Array.from({ length: 20_000 }, () => nothing)
      expect(reasonOf({ ...GEO, meta: { many } })).toBe('record is too large')
    }
    let deep: Json = 1
    for (let level = 0; level < 60; level++) deep = [deep]
    expect(reasonOf({ ...GEO, meta: { deep } })).toBe('record is nested too deep')
    expect(reasonOf({ ...GEO, meta: { call: () => 1 } })).toBe('record holds what is no plain data')
    expect(reasonOf({ ...GEO, meta: { text: 'x'.repeat(30_000) } })).toBe(
      'record holds a text that is too long',
    )
    expect(reasonOf(JSON.parse('{"id":"shape:a","typeName":"shape","type":"geo","__proto__":{}}'))).toBe(
      'record holds a forbidden name',
    )
    for (const nothing of [null, undefined, 'shape', [], 3])
      expect(reasonOf(nothing)).toBe('record is no object')
  })

  it('refuses an index, of a shape or of a point of a line, between which and another the canvas counts for ever', () => {
    const long = (characters: number): string => `a1${'V'.repeat(characters - 2)}`
    const withPoint = (index: string): BoardRecord => {
      const look = { color: 'black', dash: 'draw', size: 'm', spline: 'line', scale: 1 }
      const points = { a1: { id: 'a1', index: 'a1', x: 0, y: 0 }, [index]: { id: index, index, x: 9, y: 9 } }
      return geoRecord('shape:l', { type: 'line', props: { ...look, points } })
    }
    for (const make of [(index: string) => ({ ...GEO, index }), withPoint]) {
      expect(reasonOf(make(long(LIMITS.INDEX_CHARACTERS)))).toBeNull()
      expect(reasonOf(make(long(LIMITS.INDEX_CHARACTERS + 1)))).toBe('record holds an endless index')
    }
  })

  it('beside a state known to be good, looks at all that is new and at nothing of what is shared', () => {
    let looks = 0
    const points = Array.from({ length: 3 }, (_, at) => ({ x: at, y: at, z: 0.5 }))
    const segment = { type: 'free', points }
    const look = { color: 'black', fill: 'none', dash: 'draw', size: 'm' }
    const flags = { isComplete: true, isClosed: false, isPen: false, scale: 1 }
    const draw = geoRecord('shape:d', { type: 'draw', props: { segments: [segment], ...look, ...flags } })
    const shared = new Proxy(segment, {
      get: (target, key: keyof typeof segment) => {
        looks += 1
        return target[key]
      },
    })
    const good = withProps(draw, { segments: [shared] })
    const cost = (known?: BoardRecord): number => {
      looks = 0
      expect(checkRecord(withProps(good, { color: 'red' }), known).ok).toBe(true)
      return looks
    }
    expect(cost(good)).toBeLessThan(cost())
    expect(checkRecord(withProps(good, { color: 'mud' }), good).ok).toBe(false)
    expect(checkRecord(withProps(good, { segments: [{ type: 'free', points: 'none' }] }), good).ok).toBe(
      false,
    )
    expect(checkRecord({ ...good, type: 'geo' }, good).ok).toBe(false)
    expect(checkRecord({ ...good, opacity: 7 }, good).ok).toBe(false)
  })
})

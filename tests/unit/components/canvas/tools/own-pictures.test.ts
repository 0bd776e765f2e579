import type { TLAsset, TLContent } from 'tldraw'
import { describe, expect, it } from 'vitest'
import { foreignPictures, withOwnPictures, withStoredPictures } from '@/components/canvas/tools/own-pictures'
import type { ErrorCode } from '@/lib/errors'
import type { BoardId } from '@/lib/ids'
import { err, ok } from '@/lib/result'

const picture = (id: string) => ({
  id: `shape:${id}`,
  type: 'image',
  parentId: 'page:page',
  props: { assetId: `asset:${id}` },
})
const note = { id: 'shape:note', type: 'note', parentId: 'page:page', props: {} }

function contentOf(...sources: [id: string, src: string][]): TLContent {
  const shapes = [...sources.map(([id]) => picture(id)), note]
  return {
    shapes,
    rootShapeIds: shapes.map(({ id }) => id),
    bindings: shapes.map(({ id }) => ({ fromId: 'shape:note', toId: id })),
    assets: sources.map(([id, src]) => ({ id: `asset:${id}`, type: 'image', props: { src, w: 3 } })),
    schema: {},
  } as unknown as TLContent
}

function foreignIn(content: TLContent, there: string[] = []): TLAsset[] {
  return foreignPictures(content, { boardId: 'here' as BoardId, has: (id) => there.includes(id) })
}

describe('copied pictures', () => {
  it('go along as they stand on the board, as moving ones too, and where none stands there yet as the canvas has it', () => {
    const content = contentOf(['old', '/assets/1'], ['new', '/assets/2'])
    const stored = { id: 'asset:old', typeName: 'asset', props: { src: '/assets/1', isAnimated: true } }
    const { assets, shapes } = withStoredPictures(content, (id) => (id === stored.id ? stored : null))
    expect(assets).toEqual([stored, content.assets[1]])
    expect(shapes).toBe(content.shapes)
  })
})

describe('pasted pictures', () => {
  it('are foreign where their address is not of this board and they do not stand on it', () => {
    const content = contentOf(['own', '/assets/here-1'], ['other', '/assets/there-1'], ['old', '/assets/1'])
    expect(foreignIn(content, ['asset:old']).map(({ id }) => id)).toEqual(['asset:other'])
  })

  it('are referred to where they were uploaded to this board', async () => {
    const content = contentOf(['own', '/assets/here-1'], ['other', '/assets/there-1'])
    const { content: own, refusal } = await withOwnPictures(content, foreignIn(content), (src) =>
      Promise.resolve(ok(src.replace('there', 'here'))),
    )
    expect(own.assets.map(({ props }) => props)).toEqual([
      { src: '/assets/here-1', w: 3 },
      { src: '/assets/here-1', w: 3 },
    ])
    expect(own.shapes).toEqual(content.shapes)
    expect(refusal).toBeNull()
  })

  it('are left out where they cannot be had, with all that hangs on them; the rest stays', async () => {
    const content = contentOf(['one', '/assets/there-1'], ['two', '/assets/there-2'])
    const { content: own, refusal } = await withOwnPictures(content, foreignIn(content), (src) =>
      Promise.resolve(src.endsWith('1') ? err('removed') : ok('/assets/here-2')),
    )
    expect(own.shapes.map(({ id }) => id)).toEqual(['shape:two', 'shape:note'])
    expect(own.rootShapeIds).toEqual(['shape:two', 'shape:note'])
    expect(own.bindings?.map(({ toId }) => toId)).toEqual(['shape:two', 'shape:note'])
    expect(own.assets.map(({ id }) => id)).toEqual(['asset:two'])
    expect(refusal).toBe('One picture was left out: it belongs to a board you are not on.')
  })

  it.each<[ErrorCode, string]>([
    ['not-found', '2 pictures were left out: they belong to a board you are not on.'],
    [
      'too-many-images',
      'This board holds as many images as it can. Go on without more, or with a new board.',
    ],
    ['overloaded', 'Pictures were left out. Copy them again later.'],
  ])('that are refused as %s say why', async (code, sentence) => {
    const content = contentOf(['one', '/assets/there-1'], ['two', '/assets/there-2'])
    const refused = await withOwnPictures(content, foreignIn(content), () => Promise.resolve(err(code)))
    expect(refused.refusal).toBe(sentence)
    expect(refused.content.shapes.map(({ id }) => id)).toEqual(['shape:note'])
  })
})

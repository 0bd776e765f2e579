import { Box, type Editor, type TLShape } from 'tldraw'
import { describe, expect, it } from 'vitest'
import { namedFrames, shapesOf } from '@/components/canvas/pictures/picture-shapes'
import { templateRow } from '@/lib/board/places/template-row'
import { instanceAt } from '@/tests/support/boards/board-builders'

const FRAME_BOX = { x: 0, y: 0, w: 1_000, h: 800 }

describe('what belongs to a picture', () => {
  it('is everything but what only shows somebody else’s drag', () => {
    const editor = editorWith(free('near', 20), free('lane-7-i1', 30), free('far', 5_000))
    expect(idsOf(shapesOf(editor, { kind: 'board' }))).toEqual(['near', 'far'])
  })

  it('is of a template: itself, its cards wherever they reach, and what lies on it', () => {
    const editor = editorWith(
      part('frame', 'one', { type: 'template-frame', x: 0 }),
      part('own-beside-it', 'one', { type: 'card', x: 2_000 }),
      part('of-another', 'two', { type: 'card', x: 100 }),
      part('loose-card', 'canvas', { type: 'card', x: 100 }),
      free('note-on-it', 400),
      free('note-beside-it', 1_200),
    )
    expect(idsOf(shapesOf(editor, { kind: 'frame', instanceId: 'one' }))).toEqual([
      'frame',
      'own-beside-it',
      'loose-card',
      'note-on-it',
    ])
  })

  it('is nothing of a template that is gone', () => {
    expect(shapesOf(editorWith(free('note', 0)), { kind: 'frame', instanceId: 'gone' })).toEqual([])
  })

  it('is what is selected, without others’ ghosts', () => {
    const editor = editorWith(free('a', 0), free('lane-7-i1', 30))
    expect(idsOf(shapesOf(editor, { kind: 'selection' }))).toEqual(['a'])
  })
})

it('calls templates of one name as the top of the board does, in the order in which they stand there', () => {
  const instances = [instanceAt('one', 2_000, 0), instanceAt('two', 0, 0), instanceAt('gone', 0, 0)]
  const frames = namedFrames(new Set(['two', 'one']), instances)
  expect(frames).toEqual(
    templateRow(instances)
      .filter(({ id }) => (id as string) !== 'gone')
      .map(({ id, name }) => ({ instanceId: id, name })),
  )
  expect(frames.map(({ instanceId }) => instanceId)).toEqual(['two', 'one'])
  expect(frames[0]?.name).toMatch(/ 2$/)
})

function free(name: string, x: number): TLShape {
  return {
    id: `shape:${name}`,
    type: 'note',
    parentId: 'page:page',
    x,
    y: 10,
    props: {},
  } as unknown as TLShape
}

function part(name: string, instanceId: string, { type, x }: { type: string; x: number }): TLShape {
  return { ...free(name, x), type, props: { instanceId } }
}

function idsOf(shapes: readonly TLShape[]): string[] {
  return shapes.map(({ id }) => id.replace('shape:', ''))
}

/** As much of an editor as these questions ask for. */
function editorWith(...shapes: TLShape[]): Editor {
  return {
    getCurrentPageId: () => 'page:page',
    getCurrentPageShapes: () => shapes,
    getSelectedShapes: () => shapes,
    getShapePageBounds: ({ type, x, y }: TLShape) =>
      type === 'template-frame' ? Box.From(FRAME_BOX) : new Box(x, y, 100, 100),
  } as unknown as Editor
}

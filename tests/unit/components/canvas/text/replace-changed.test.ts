import fc from 'fast-check'
import {
  getFontsFromRichText,
  tipTapDefaultExtensions,
  toRichText,
  type Editor,
  type TiptapEditor,
  type TiptapNode,
} from 'tldraw'
import { expect, test } from 'vitest'
import { replaceChanged } from '@/components/canvas/text/replace-changed'

type Transaction = TiptapEditor['state']['tr']

const schema = schemaOfTexts()

function schemaOfTexts(): TiptapNode['type']['schema'] {
  const seen: TiptapNode[] = []
  const state = { family: '', weight: '', style: '' }
  const options = {
    tipTapConfig: { extensions: tipTapDefaultExtensions },
    addFontsFromNode: (node: TiptapNode) => {
      seen.push(node)
      return state
    },
  }
  getFontsFromRichText({ getTextOptions: () => options } as unknown as Editor, toRichText('any'), state)
  const [first] = seen
  if (!first) throw new Error('The editor of texts has no schema.')
  return first.type.schema
}

function docOf(lines: readonly string[]): TiptapNode {
  return schema.nodeFromJSON(toRichText(lines.join('\n')))
}

/** A transaction as far as it is needed here; remembers what was replaced. */
function begin(doc: TiptapNode): { tr: Transaction; replaced: [number, number][] } {
  const replaced: [number, number][] = []
  const at = (now: TiptapNode): Transaction =>
    ({
      doc: now,
      replace: (from: number, to: number, slice: ReturnType<TiptapNode['slice']>) => {
        replaced.push([from, to])
        return at(now.replace(from, to, slice))
      },
      replaceWith: () => {
        throw new Error('The whole text was replaced.')
      },
    }) as unknown as Transaction
  return { tr: at(doc), replaced }
}

test('others’ letters touch only the place where they are', () => {
  const [before, after] = [docOf(['Idea', 'two']), docOf(['Idea grows', 'two'])]
  const { tr, replaced } = begin(before)
  expect(replaceChanged(tr, after).doc.eq(after)).toBe(true)
  expect(replaced).toEqual([[5, 5]])
})

test('a text that says the same is not touched', () => {
  const { tr, replaced } = begin(docOf(['Idea']))
  replaceChanged(tr, docOf(['Idea']))
  expect(replaced).toEqual([])
})

test('whatever others make of a text, it says what they made, and only what differs is replaced', () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 6 })
  const lines = fc.array(line, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(lines, lines, (one, other) => {
      const [before, after] = [docOf(one), docOf(other)]
      expect(replaceChanged(begin(before).tr, after).doc.eq(after)).toBe(true)
    }),
    { numRuns: 300, seed: 20_261_122 },
  )
})

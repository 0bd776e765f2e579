import { isFields } from '../is-fields'
import type { Json } from '../layout'

type Part = { readonly [key: string]: Json | undefined }

/**
 * The same rich text with these letters where its editor counts `at`, or as near to it as letters may stand; a line
 * break stays within its paragraph. As it is where letters may stand nowhere.
 */
export function typeInRichText(richText: Json, at: number, letters: string): Json {
  return isFields(richText) ? (typeIn(richText, at, letters) as Json) : richText
}

function typeIn(node: Part, at: number, letters: string): Part {
  const parts = (node['content'] ?? []) as readonly Part[]
  if (node['type'] === 'paragraph' || node['type'] === 'heading')
    return { ...node, content: typeBetween(parts, at, letters) as Json[] }
  let before = 0
  for (const [index, part] of parts.entries()) {
    const end = before + sizeOf(part)
    if (at < end || index === parts.length - 1) {
      const typed = typeIn(part, at - before - 1, letters)
      return { ...node, content: [...parts.slice(0, index), typed, ...parts.slice(index + 1)] as Json[] }
    }
    before = end
  }
  return node
}

function typeBetween(parts: readonly Part[], at: number, letters: string): readonly Part[] {
  let before = 0
  for (const [index, part] of parts.entries()) {
    const words = part['text']
    const end = before + sizeOf(part)
    const [earlier, later] = [parts.slice(0, index), parts.slice(index + 1)]
    // At a seam the letters look like those before them.
    if (typeof words === 'string' && (at <= end || later.length === 0)) {
      const cut = Math.max(0, at - before)
      return [...earlier, ...linesLike(part, words.slice(0, cut) + letters + words.slice(cut)), ...later]
    }
    if (at <= before) return [...earlier, ...linesLike({ type: 'text' }, letters), part, ...later]
    before = end
  }
  return [...parts, ...linesLike({ type: 'text' }, letters)]
}

function linesLike(part: Part, letters: string): readonly Part[] {
  return letters.split('\n').flatMap((text, index) => {
    const line = text === '' ? [] : [{ ...part, text }]
    return index === 0 ? line : [{ type: 'hardBreak' }, ...line]
  })
}

/** How far its editor counts over it. */
function sizeOf({ type, text, content }: Part): number {
  if (typeof text === 'string') return text.length
  if (type === 'hardBreak') return 1
  return ((content ?? []) as readonly Part[]).reduce((sum, part) => sum + sizeOf(part), 2)
}

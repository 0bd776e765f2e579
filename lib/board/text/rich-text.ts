import { LIMITS } from '../../sync/limits'
import { isLinkAddress } from '../addresses'
import { isFields } from '../is-fields'
import type { Json } from '../layout'
import { readsLongWord, type WordLength } from './long-word'
import { utf8Length } from '../../utf8-length'

const NODES = new Set([
  ...['doc', 'paragraph', 'heading', 'text', 'hardBreak'],
  ...['bulletList', 'orderedList', 'listItem'],
])
/** About what one part costs beside its text. */
const PART_BYTES = 16
const MARKS = new Set(['bold', 'italic', 'strike', 'code', 'link', 'highlight'])

type Fields = { readonly [key: string]: Json | undefined }
type Part = Fields & { readonly type: string }

interface Search {
  bytesLeft: number
  readonly word: WordLength
}

/**
 * Looks through the rich text of a shape for what the editor would fall over (unknown nodes and marks, empty texts)
 * or should not open (links that are none). Null where all is well, else the reason.
 */
export function findRichTextFault(richText: unknown): string | null {
  return findNodeFault(richText, 0, { bytesLeft: LIMITS.RICH_TEXT_BYTES, word: { length: 0 } })
}

function findNodeFault(node: unknown, depth: number, state: Search): string | null {
  if (depth > LIMITS.NESTING) return 'rich text is nested too deep'
  if (!isPart(node, NODES)) return 'rich text holds an unknown part'
  if ((node.type === 'doc') !== (depth === 0)) return 'rich text holds a document in the wrong place'
  const fault = findLettersFault(node, state)
  if (fault !== null) return fault
  const { marks = [], content = [], attrs = {} } = node
  if (!isFlat(attrs) || !Array.isArray(marks) || !Array.isArray(content)) return 'rich text is malformed'
  const inner = (child: unknown): string | null => findNodeFault(child, depth + 1, state)
  return firstFault(marks, findMarkFault) ?? firstFault(content, inner)
}

function findLettersFault({ type, text }: Part, state: Search): string | null {
  const letters = typeof text === 'string' ? text : ''
  if ((type === 'text') !== (letters !== '')) return 'rich text holds a text in the wrong place'
  state.bytesLeft -= PART_BYTES + utf8Length(letters)
  if (state.bytesLeft < 0) return 'rich text is too long'
  // A word goes on from one text to the next where only its marks change.
  if (type !== 'text') state.word.length = 0
  return readsLongWord(letters, state.word) ? 'rich text holds an endless word' : null
}

function findMarkFault(mark: unknown): string | null {
  if (!isPart(mark, MARKS)) return 'rich text holds an unknown mark'
  const attrs = mark['attrs'] ?? {}
  if (!isFlat(attrs)) return 'rich text is malformed'
  if (mark.type !== 'link') return null
  return typeof attrs['href'] === 'string' && isLinkAddress(attrs['href'])
    ? null
    : 'rich text holds a bad link'
}

function firstFault(parts: readonly unknown[], find: (part: unknown) => string | null): string | null {
  for (const part of parts) {
    const fault = find(part)
    if (fault !== null) return fault
  }
  return null
}

function isPart(value: unknown, known: ReadonlySet<string>): value is Part {
  return isFields(value) && typeof value['type'] === 'string' && known.has(value['type'])
}

function isFlat(value: unknown): value is Fields {
  return isFields(value) && Object.values(value).every((inner) => typeof inner !== 'object' || inner === null)
}

import { LIMITS } from '../../sync/limits'
import { isLinkAddress } from '../initiatives/addresses'
import { isFields } from '../is-fields'
import type { Json } from '../layout'
import { isSlowToBreak } from './letters-in-line'
import { LongWord } from './long-word'
import { utf8Length } from '../../text/utf8-length'

const BLOCKS = ['paragraph', 'heading', 'bulletList', 'orderedList']
const LETTERS = ['text', 'hardBreak']

/** What may lie in a part of rich text. */
interface Holds {
  readonly parts: readonly string[]
  /** What its first part has to be, where it needs one. */
  readonly first?: readonly string[]
}

/** As the schema of the editor says (its starter kit): a document that differs throws while it is shown. */
const NODES: ReadonlyMap<string, Holds> = new Map([
  ['doc', { parts: BLOCKS, first: BLOCKS }],
  ['paragraph', { parts: LETTERS }],
  ['heading', { parts: LETTERS }],
  ['bulletList', { parts: ['listItem'], first: ['listItem'] }],
  ['orderedList', { parts: ['listItem'], first: ['listItem'] }],
  ['listItem', { parts: BLOCKS, first: ['paragraph'] }],
  ['text', { parts: [] }],
  ['hardBreak', { parts: [] }],
])
const MOST_HEADING_LEVEL = 6
/** About what one part costs beside its text. */
const PART_BYTES = 16
const MARKS = new Set(['bold', 'italic', 'strike', 'code', 'link', 'highlight'])

type Fields = { readonly [key: string]: Json | undefined }
type Part = Fields & { readonly type: string }

/** Emoji, and whole words in one letter: each is measured in a font of its own, several thousand for seconds. */
const SLOW = /[\u{10000}-\u{1ffff}\ufb50-\ufdff\ufe70-\ufefc]/gu
const SLOW_LETTERS = 1_000

interface Search {
  bytesLeft: number
  readonly word: LongWord
  /** How many of those that are slow to lay out may still come. */
  slowLeft: number
}

/**
 * Looks through the rich text of a shape for what the editor would fall over (unknown nodes and marks, empty texts)
 * or should not open (links that are none). Null where all is well, else the reason.
 */
export function findRichTextFault(richText: unknown, lettersInLine = Infinity): string | null {
  const word = new LongWord()
  const fault = findNodeFault(richText, 0, {
    bytesLeft: LIMITS.RICH_TEXT_BYTES,
    word,
    slowLeft: SLOW_LETTERS,
  })
  return fault ?? (isSlowToBreak(word, lettersInLine) ? 'rich text holds too many long words' : null)
}

function findNodeFault(node: unknown, depth: number, state: Search): string | null {
  if (depth > LIMITS.NESTING) return 'rich text is nested too deep'
  if (!isPart(node, NODES)) return 'rich text holds an unknown part'
  if ((node.type === 'doc') !== (depth === 0)) return 'rich text holds a document in the wrong place'
  const fault = findLettersFault(node, state)
  if (fault !== null) return fault
  const { marks = [], content = [], attrs = {} } = node
  if (!isFlat(attrs) || !Array.isArray(marks) || !Array.isArray(content)) return 'rich text is malformed'
  if (!isHeadingLevel(attrs['level'])) return 'rich text holds a bad heading'
  const inner = (child: unknown): string | null => findNodeFault(child, depth + 1, state)
  const fallen = firstFault(marks, findMarkFault) ?? firstFault(content, inner)
  return fallen ?? (holds(node.type, content) ? null : 'rich text holds a part in the wrong place')
}

function isHeadingLevel(level: unknown): boolean {
  return (
    level === undefined ||
    (Number.isInteger(level) && Number(level) >= 1 && Number(level) <= MOST_HEADING_LEVEL)
  )
}

function holds(type: string, content: readonly unknown[]): boolean {
  const { parts = [], first } = NODES.get(type) ?? {}
  if (first && !first.includes(typeOf(content[0]))) return false
  return content.every((part) => parts.includes(typeOf(part)))
}

function typeOf(part: unknown): string {
  return isFields(part) ? String(part['type']) : ''
}

function findLettersFault({ type, text }: Part, state: Search): string | null {
  const letters = typeof text === 'string' ? text : ''
  if ((type === 'text') !== (letters !== '')) return 'rich text holds a text in the wrong place'
  state.bytesLeft -= PART_BYTES + utf8Length(letters)
  if (state.bytesLeft < 0) return 'rich text is too long'
  state.slowLeft -= letters.match(SLOW)?.length ?? 0
  if (state.slowLeft < 0) return 'rich text holds too many signs that are slow to lay out'
  // A word goes on from one text to the next where only its marks change.
  if (type !== 'text') state.word.endWord()
  return state.word.isReadIn(letters) ? 'rich text holds an endless word' : null
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

function isPart(value: unknown, known: { has(type: string): boolean }): value is Part {
  return isFields(value) && typeof value['type'] === 'string' && known.has(value['type'])
}

function isFlat(value: unknown): value is Fields {
  return isFields(value) && Object.values(value).every((inner) => typeof inner !== 'object' || inner === null)
}

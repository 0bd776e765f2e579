import type { TLRecord } from '@tldraw/tlschema'
import { err, ok, type Result } from '../../result'
import { LIMITS } from '../../sync/limits'
import { isAssetPath, isLinkAddress } from '../initiatives/addresses'
import { isFields } from '../is-fields'
import type { BoardRecord } from '../layout'
import { findPlainDataFault } from './plain-data'
import { lettersInLine } from '../text/letters-in-line'
import { findRichTextFault } from '../text/rich-text'
import { BOARD_SCHEMA } from '../schema'
import { DOCUMENT_ID, PAGE_ID } from '../seed'
import { findShapeFault } from './shape-limits'

/** Shapes people may put among the records. Contour's own are derived, the rest would ask other hosts. */
const FREE_SHAPES: ReadonlySet<string> = new Set([
  ...['note', 'text', 'draw', 'arrow', 'line', 'geo', 'highlight', 'group', 'frame', 'image'],
])
const RECORD_TYPES = ['shape', 'binding', 'asset', 'page', 'document'] as const
/** What a record hangs on, looked for among everything that may be taken for it. */
const REFERENCES = ['parentId', 'fromId', 'toId'] as const
/** Ids of this form belong to derived shapes. */
const DERIVED_ID = /^shape:(frame|plot|card|lane|team|interaction)-/

type Fields = { readonly [key: string]: unknown }

/** Says whether an id belongs to a shape that shows what else stands on the board, which no record may have. */
export function isDerivedId(id: string): boolean {
  return DERIVED_ID.test(id)
}

/**
 * Judges one canvas record: the validators of tldraw, then our limits. Answers with the record itself, or with the
 * reason why the board cannot hold it, for the log. `knownGood` is an earlier state of it that passed: what it shares
 * with that, by identity, is not validated again: of a drawing's points, that is nearly all of the work.
 */
export function checkRecord(record: unknown, knownGood?: BoardRecord): Result<BoardRecord, string> {
  if (!isFields(record)) return err('record is no object')
  const fault = findPartFault(record, knownGood) ?? findDrawingFault(record)
  return fault === null ? ok(record as unknown as BoardRecord) : err(fault)
}

/** Says of a record that did not pass whether each part of it would, and only what they make together is too much. */
export function isOnlyTooMuch(record: BoardRecord): boolean {
  return findPartFault(record) === null
}

function findPartFault(record: Fields, knownGood?: BoardRecord): string | null {
  return (
    findIdentityFault(record) ??
    findDataFault(record) ??
    findSchemaFault(record, knownGood) ??
    findAddressFault(record)
  )
}

function findIdentityFault(record: Fields): string | null {
  const { id, typeName } = record
  if (typeof id !== 'string' || id.length > LIMITS.RECORD_ID_CHARACTERS) return 'record has no usable id'
  if (isDerivedId(id)) return 'record has the id of a derived shape'
  if (REFERENCES.some((field) => textOf(record[field]).length > LIMITS.RECORD_ID_CHARACTERS))
    return 'record hangs on what has an endless id'
  const known = RECORD_TYPES.find((each) => each === typeName)
  return known
    ? findTypeFault(known, id, textOf(record['type']))
    : `records of type ${textOf(typeName)} are not kept`
}

function findTypeFault(typeName: (typeof RECORD_TYPES)[number], id: string, type: string): string | null {
  switch (typeName) {
    case 'page':
      return id === PAGE_ID ? null : 'a board has one page'
    case 'document':
      return id === DOCUMENT_ID ? null : 'a board has one document record'
    case 'shape':
      return FREE_SHAPES.has(type) ? null : `shapes of type ${type} are not kept`
    case 'asset':
      return type === 'image' ? null : `assets of type ${type} are not kept`
    case 'binding':
      return type === 'arrow' ? null : `bindings of type ${type} are not kept`
  }
}

/** Times in `meta` are larger than any coordinate. */
function findDataFault({ meta, ...rest }: Fields): string | null {
  return (
    findPlainDataFault(rest, LIMITS.COORDINATE) ?? findPlainDataFault(meta ?? {}, Number.MAX_SAFE_INTEGER)
  )
}

type Validate = (record: unknown, knownGood?: TLRecord) => unknown

function findSchemaFault(record: Fields, knownGood: BoardRecord | undefined): string | null {
  const types: Readonly<Record<string, { validate: Validate }>> = BOARD_SCHEMA.types
  const isSameKind = knownGood?.typeName === record['typeName'] && knownGood?.['type'] === record['type']
  try {
    types[textOf(record['typeName'])]?.validate(
      record,
      isSameKind ? (knownGood as unknown as TLRecord) : undefined,
    )
    return null
  } catch (error) {
    return error instanceof Error ? error.message : 'record does not fit the schema'
  }
}

function findAddressFault({ typeName, props }: Fields): string | null {
  if (!isFields(props)) return null
  const { url, src } = props
  if (typeName === 'asset') return findSourceFault(src)
  return typeof url === 'string' && url !== '' && !isLinkAddress(url) ? 'record holds a bad link' : null
}

function findDrawingFault({ typeName, type, props }: Fields): string | null {
  if (typeName === 'asset' || !isFields(props)) return null
  const kind = textOf(type)
  const fault = findShapeFault(kind, props)
  if (fault !== null || props['richText'] === undefined) return fault
  return findRichTextFault(props['richText'], lettersInLine(kind, props))
}

function findSourceFault(src: unknown): string | null {
  if (src === null || src === '') return null
  return typeof src === 'string' && isAssetPath(src) ? null : 'a picture has to be uploaded to this server'
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

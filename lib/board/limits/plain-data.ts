import { LIMITS } from '../../sync/limits'

/** About what each value costs where it is kept, however few bytes it takes on its way: a million of nothing is much. */
const VALUE_BYTES = 8

/**
 * Looks through a value for what plain JSON data of a record may not be: no plain data, too deep, too long, too much,
 * numbers that are none or out of range. Null where all is well, else the reason.
 */
export function findPlainDataFault(value: unknown, greatestNumber: number): string | null {
  return find(value, 0, { greatestNumber, bytesLeft: LIMITS.RECORD_BYTES })
}

interface Search {
  readonly greatestNumber: number
  bytesLeft: number
}

function find(value: unknown, depth: number, search: Search): string | null {
  search.bytesLeft -= VALUE_BYTES
  if (search.bytesLeft < 0) return 'record is too large'
  if (typeof value === 'number') return findNumber(value, search)
  if (typeof value === 'string') return findText(value, search)
  if (value === null || typeof value === 'boolean') return null
  if (typeof value !== 'object') return 'record holds what is no plain data'
  if (depth >= LIMITS.RECORD_DEPTH) return 'record is nested too deep'
  return Array.isArray(value) ? findInList(value, depth, search) : findInFields(value, depth, search)
}

function findInList(list: readonly unknown[], depth: number, search: Search): string | null {
  for (const inner of list) {
    const fault = find(inner, depth + 1, search)
    if (fault !== null) return fault
  }
  return null
}

function findInFields(fields: object, depth: number, search: Search): string | null {
  for (const [key, inner] of Object.entries(fields)) {
    if (key === '__proto__') return 'record holds a forbidden name'
    // From 172 characters on, the canvas of whoever puts something below it stands still for twenty seconds.
    if (key === 'index' && isLongerThan(inner, LIMITS.INDEX_CHARACTERS))
      return 'record holds an endless index'
    search.bytesLeft -= key.length
    const fault = find(inner, depth + 1, search)
    if (fault !== null) return fault
  }
  return null
}

function findNumber(value: number, search: Search): string | null {
  return Math.abs(value) <= search.greatestNumber ? null : 'record holds a number out of range'
}

function findText(value: string, search: Search): string | null {
  search.bytesLeft -= value.length
  return value.length <= LIMITS.RECORD_TEXT_CHARACTERS ? null : 'record holds a text that is too long'
}

function isLongerThan(value: unknown, most: number): boolean {
  return typeof value === 'string' && value.length > most
}

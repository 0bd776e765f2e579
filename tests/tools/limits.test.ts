import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { INITIATIVE_LIMITS } from '@/lib/board/limits/initiative-limits'
import { NAME_LIMITS } from '@/lib/name-limits'
import { LIMITS as LIMITS_OF_SERVER } from '@/lib/sync/limits'
import { REPOSITORY } from './source-files.mjs'

const LIMITS: Readonly<Record<string, number>> = {
  ...LIMITS_OF_SERVER,
  ...INITIATIVE_LIMITS,
  ...NAME_LIMITS,
}
const protocol = readFileSync(join(REPOSITORY, 'docs/protocol.md'), 'utf8')
const rows = protocol
  .slice(protocol.indexOf('## Limits'), protocol.indexOf('## The ack'))
  .split('\n')
  .filter((line) => line.startsWith('|'))
const namesIn = (text: string): string[] =>
  [...text.matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, name]) => name ?? '')

test('every limit is written down in the protocol, and every limit written down is one', () => {
  expect(rows.flatMap(namesIn).sort()).toEqual(Object.keys(LIMITS).sort())
})

test('the protocol says of every limit the number it has', () => {
  const wrong = rows.flatMap((row) => {
    const said = numbersIn(row)
    return namesIn(row).filter((name) => !said.has(LIMITS[name] ?? NaN))
  })
  expect(wrong).toEqual([])
})

test('the README says how many pages of one board can be open', () => {
  const readme = readFileSync(join(REPOSITORY, 'README.md'), 'utf8')
  expect(readme).toContain(`More than ${LIMITS['CONNECTIONS_PER_ROOM']} open pages a board does not take.`)
})

const UNITS: Readonly<Record<string, number>> = {
  s: 1_000,
  second: 1_000,
  minutes: 60_000,
  min: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  KB: 1024,
  MB: 1024 ** 2,
  GB: 1024 ** 3,
}

/** Every number of a row, also in ms and bytes; "a second" and the like stand for one of them. */
function numbersIn(row: string): Set<number> {
  const words = row.replace(/\ban? (?=(?:second|hour|day)\b)/g, '1 ')
  const found = [...words.matchAll(/(\d[\d,]*)(?: (s|second|minutes|min|hour|day|KB|MB|GB)\b)?/g)]
  return new Set(
    found.flatMap(([, digits = '', unit]) => {
      const number = Number(digits.replaceAll(',', ''))
      return [number, number * (UNITS[unit ?? ''] ?? 1)]
    }),
  )
}

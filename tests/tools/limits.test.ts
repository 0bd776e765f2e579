import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { REPOSITORY } from './source-files.mjs'

test('every limit is written down in the protocol, and every limit written down is one', () => {
  const protocol = readFileSync(join(REPOSITORY, 'docs/protocol.md'), 'utf8')
  const section = protocol.slice(protocol.indexOf('## Limits'), protocol.indexOf('## The ack'))
  const named = [...section.matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, name]) => name)
  expect(named.sort()).toEqual(Object.keys(LIMITS).sort())
})

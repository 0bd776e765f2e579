import { expect, test } from 'vitest'
import { findTable } from '@/components/workshop/import/source/find-table'

const file = (name: string, type = ''): File => new File(['x'], name, { type })

test('a table is known by its name or its type', () => {
  expect(findTable([file('picture.png', 'image/png'), file('list.CSV')])?.name).toBe('list.CSV')
  expect(findTable([file('export', 'text/csv')])?.name).toBe('export')
})

test('pictures are left to the canvas', () => {
  expect(findTable([file('picture.png', 'image/png')])).toBeNull()
})

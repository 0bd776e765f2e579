import { expect, test } from 'vitest'
import * as z from '@/lib/zod'

test('a page that checks what it gets is not given the error texts of every language', () => {
  expect(Object.keys(z)).not.toContain('locales')
  expect(Object.keys(z)).not.toContain('z')
})

test('a schema compiles nothing while it reads, as the policy of a page forbids it', () => {
  const original = globalThis.Function
  const compiled: unknown[] = []
  globalThis.Function = new Proxy(original, {
    construct(target, parts) {
      compiled.push(parts)
      return Reflect.construct(target, parts) as object
    },
  })
  try {
    expect(z.object({ title: z.string() }).safeParse({ title: 'A' }).success).toBe(true)
  } finally {
    globalThis.Function = original
  }
  expect(compiled).toEqual([])
})

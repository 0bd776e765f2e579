import { expect, it } from 'vitest'
import type { Instance } from '@/lib/board/layout'
import { nearestTemplate } from '@/lib/board/places/nearest-template'
import type { InstanceId, PersonId } from '@/lib/ids'

const BY = { createdBy: 'fay' as PersonId, createdAt: 0 }
const GONE = 'gone' as InstanceId

const map = (id: string, place: readonly [number, number], more: Partial<Instance> = {}): Instance => ({
  ...{ id: id as InstanceId, templateId: 'team-map', place },
  ...BY,
  ...more,
})

it('finds the template that stands nearest, on whatever side', () => {
  const others = [map('far', [9_000, 0]), map('near', [0, -1_500]), map('beside', [-4_000, 0])]
  expect(nearestTemplate([...others, map('gone', [0, 0])], GONE)).toBe('near')
})

it('passes over what was removed or cannot be shown', () => {
  const deleted = { by: 'fay' as PersonId, at: 1 }
  const others = [
    map('removed', [1, 0], { deleted }),
    map('unknown', [2, 0], { templateId: 'from-tomorrow' }),
  ]
  expect(nearestTemplate([map('gone', [0, 0]), ...others], GONE)).toBeNull()
  expect(nearestTemplate([map('gone', [0, 0]), ...others, map('other', [9_000, 0])], GONE)).toBe('other')
})

it('knows of nothing near a template that is not there', () => {
  expect(nearestTemplate([map('other', [0, 0])], GONE)).toBeNull()
})

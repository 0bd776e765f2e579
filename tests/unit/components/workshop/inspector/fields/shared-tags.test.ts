import { expect, test } from 'vitest'
import { changedTags, faultOfTags, sharedTags } from '@/components/workshop/inspector/fields/shared-tags'

const full = { tags: ['both', ...Array.from({ length: 19 }, (_, at) => `t${at}`)] }
const roomy = { tags: ['both', 'own'] }

test('a tag for which some initiatives have no room is refused, with how many they are', () => {
  expect(faultOfTags([full, roomy, full], ['both', 'new'])).toBe(
    'There is room for 20 tags, and 2 of the 3 would have more.',
  )
})

test('a tag for which all have room, or have already, is not refused', () => {
  expect(faultOfTags([roomy, {}], ['new'])).toBeNull()
  expect(faultOfTags([full, roomy], ['both', 't1'])).toBeNull()
})

test('the tags of an initiative alone stay when shared ones change', () => {
  expect(changedTags(roomy.tags, sharedTags([full, roomy]), ['new'])).toEqual(['own', 'new'])
})

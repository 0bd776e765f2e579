import { describe, expect, it } from 'vitest'
import { rulesShownIn } from './rules-shown.mjs'

const shownIn = (text: string): string[] => rulesShownIn('some.test.ts', text)

describe('the rules that tests show', () => {
  it('are those with which titles begin, in every way a test is written', () => {
    expect(shownIn(`it('[ROOM-1] is loaded whole', () => {})`)).toEqual(['ROOM-1'])
    expect(shownIn(`test("[ROOM-1] [SAVE-2] holds", async () => {})`)).toEqual(['ROOM-1', 'SAVE-2'])
    expect(shownIn('it.each([1, 2])(`[ROOM-1] holds ${1} times`, () => {})')).toEqual(['ROOM-1'])
    expect(shownIn(`describe('[ROOM-1]', () => { it('holds', () => {}) })`)).toEqual(['ROOM-1'])
  })

  it.each([
    `// it('[ROOM-1] holds', () => {})`,
    `it.skip('[ROOM-1] holds', () => {})`,
    `test.fixme('[ROOM-1] holds', () => {})`,
    `it.skipIf(isSlow)('[ROOM-1] holds', () => {})`,
    `describe.skip('later', () => { it('[ROOM-1] holds', () => {}) })`,
    `it.todo('[ROOM-1] holds')`,
    `it('holds, see [ROOM-1]', () => {})`,
    `test('holds', async () => { await test.step('[ROOM-1] holds', () => {}) })`,
    `const title = '[ROOM-1] holds'`,
    `expect('[ROOM-1]').toBe('x')`,
  ])('are not found in %s', (text) => {
    expect(shownIn(text)).toEqual([])
  })
})

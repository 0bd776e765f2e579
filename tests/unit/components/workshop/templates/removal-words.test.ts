import { expect, it } from 'vitest'
import { removalWords } from '@/components/workshop/templates/removal-words'

it('says what becomes of the cards, and that undo brings all of it back', () => {
  const said = (cards: number, onlyHere: number, teams = 0): string =>
    removalWords({ cards, onlyHere, teams }).join(' ')
  expect(said(0, 0)).toMatch(/^No card stands on it\./)
  expect(said(1, 1)).toMatch(/^Its 1 card goes back to the tray\./)
  expect(said(12, 12)).toMatch(/^Its 12 cards go back to the tray\./)
  expect(said(3, 1)).toMatch(
    /^3 cards stand on it\. 1 of them goes back to the tray; the rest stand elsewhere too\./,
  )
  expect(said(3, 0)).toMatch(/^3 cards stand on it\. None goes back to the tray/)
  expect(said(0, 0, 8)).toContain('Its 8 teams go with it')
  expect(said(2, 2)).toMatch(/Undo brings everything back\.$/)
})

/** How many colours people on one board are told apart by. */
const COLOR_SLOTS = 12

/** The colour slot of the next person on a board that so many joined before: given out in turn. */
export function toColorSlot(membersBefore: number): number {
  return membersBefore % COLOR_SLOTS
}

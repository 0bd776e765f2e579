/** So many things that go at once are worth a word: a board may have been emptied by mistake. */
export const MANY_THINGS = 5

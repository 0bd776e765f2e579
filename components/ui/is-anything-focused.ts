/** Says whether something of the page has the keyboard. */
export function isAnythingFocused(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body
}

/** What has the keyboard where nobody chose anything: the canvas as a whole, and details that have just opened. */
const HOMES = '.tl-container, [data-beside-canvas]'

/** Says whether nothing on the page has the keyboard that its person took it to. */
export function isKeyboardFree({ activeElement, body }: Pick<Document, 'activeElement' | 'body'>): boolean {
  return activeElement === null || activeElement === body || activeElement.matches(HOMES)
}

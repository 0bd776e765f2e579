/**
 * Puts a PNG that is still being made on the clipboard; false where the browser has none for us, as on plain http. The
 * promise is handed over at once: some browsers only allow it in the moment of the click.
 */
export async function copyPicture(make: () => Promise<Blob>): Promise<boolean> {
  const clipboard = (navigator as { clipboard?: Clipboard }).clipboard
  if (!clipboard || typeof ClipboardItem === 'undefined') return false
  try {
    await clipboard.write([new ClipboardItem({ 'image/png': make() })])
    return true
  } catch {
    return false
  }
}

type TextBox = HTMLInputElement | HTMLTextAreaElement

/**
 * Copies a text. A page on plain http has no clipboard, so the field that shows the text is selected and copied the
 * old way; false when that fails too, and the text is then selected for the person to copy.
 */
export async function copyText(text: string, field: TextBox): Promise<boolean> {
  const clipboard = (navigator as { clipboard?: Clipboard }).clipboard
  try {
    if (!clipboard) return copySelected(field)
    await clipboard.writeText(text)
    return true
  } catch {
    return copySelected(field)
  }
}

function copySelected(field: TextBox): boolean {
  field.focus()
  field.select()
  return document.execCommand('copy')
}

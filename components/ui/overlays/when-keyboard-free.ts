/** For a menu that has closed: calls this where nothing else has taken the keyboard. */
export function whenKeyboardFree(onKeyboardFree: () => void): (event: Event) => void {
  return (event) => {
    event.preventDefault()
    // A press outside has given the keyboard to what was pressed, which may be another menu.
    if (document.activeElement === document.body) onKeyboardFree()
  }
}

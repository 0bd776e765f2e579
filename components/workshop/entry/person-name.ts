const KEY = 'contour-name'

/** The longest name the server takes. */
export const NAME_CHARACTERS = 60

/** The name this browser used last; empty where there is none or where the browser keeps nothing. */
export function recallName(): string {
  try {
    return window.localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

export function rememberName(name: string): void {
  try {
    window.localStorage.setItem(KEY, name)
  } catch {
    // A browser that keeps nothing asks for the name again next time.
  }
}

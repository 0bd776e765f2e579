import { atom, computed, createTLUser, defaultUserPreferences, type Signal, type TLUser } from 'tldraw'
import { wantsLessMotion } from '../../board/wants-less-motion'

/** Whether the page is dark: its own choice, else the system's. */
interface PageTheme {
  readonly isDark: Signal<boolean>
  stop(): void
}

const DARK_QUERY = '(prefers-color-scheme: dark)'

/** Follows the page's theme until it is stopped. */
export function followPageTheme(): PageTheme {
  const query = window.matchMedia(DARK_QUERY)
  const isDark = atom('page is dark', readIsDark(query))
  const update = (): void => {
    isDark.set(readIsDark(query))
  }
  const observer = new MutationObserver(update)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  query.addEventListener('change', update)
  return {
    isDark,
    stop() {
      observer.disconnect()
      query.removeEventListener('change', update)
    },
  }
}

/** The editor's user: it keeps no preferences of its own, in particular none in the browser's storage. */
export function createCanvasUser(isDark: Signal<boolean>): TLUser {
  const userPreferences = computed('canvas user', () => ({
    ...defaultUserPreferences,
    id: 'user:me',
    color: '#6d86d7',
    locale: 'en',
    animationSpeed: wantsLessMotion() ? 0 : 1,
    isPasteAtCursorMode: true,
    // Keys are bound around the canvas, by what the person may do.
    areKeyboardShortcutsEnabled: false,
    colorScheme: isDark.get() ? ('dark' as const) : ('light' as const),
  }))
  return createTLUser({
    userPreferences,
    setUserPreferences: () => {
      // The theme belongs to the page and the name to the board.
    },
  })
}

function readIsDark(query: MediaQueryList): boolean {
  const chosen = document.documentElement.dataset['theme']
  return chosen === 'dark' || (chosen !== 'light' && query.matches)
}

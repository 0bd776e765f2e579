'use client'

import { useSyncExternalStore } from 'react'

export type Theme = 'light' | 'dark'
/** What a person chose: a theme, or whatever their system says. */
export type ThemeChoice = Theme | 'system'

const COOKIE = 'contour-theme'
const YEAR_SECONDS = 365 * 24 * 60 * 60
const DARK = '(prefers-color-scheme: dark)'

/** Remembers the choice for the server, which writes it into the next page, and shows it at once. */
export function chooseTheme(choice: ThemeChoice): void {
  const age = choice === 'system' ? 0 : YEAR_SECONDS
  document.cookie = `${COOKIE}=${choice}; path=/; max-age=${age}; samesite=lax`
  if (choice === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = choice
}

/** What was chosen in this browser. */
export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, readChoice, () => 'system')
}

/** The theme on the screen, for what cannot be styled by variables, such as an exported picture. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, readTheme, () => 'light')
}

function readChoice(): ThemeChoice {
  const written = document.documentElement.dataset['theme']
  return written === 'light' || written === 'dark' ? written : 'system'
}

function readTheme(): Theme {
  const choice = readChoice()
  if (choice !== 'system') return choice
  return window.matchMedia(DARK).matches ? 'dark' : 'light'
}

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const system = window.matchMedia(DARK)
  system.addEventListener('change', onChange)
  return () => {
    observer.disconnect()
    system.removeEventListener('change', onChange)
  }
}

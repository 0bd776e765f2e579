import { useSyncExternalStore } from 'react'

const PHONE = '(max-width: 640px)'

/** Says whether the page is as narrow as on a phone, where nothing has room beside anything; styles say it by themselves. */
export function isPhoneWidth(): boolean {
  return window.matchMedia(PHONE).matches
}

/** The same, as it changes with the window. */
export function usePhoneWidth(): boolean {
  return useSyncExternalStore(onChange, isPhoneWidth, () => false)
}

function onChange(listener: () => void): () => void {
  const query = window.matchMedia(PHONE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

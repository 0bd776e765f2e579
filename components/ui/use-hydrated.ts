import { useSyncExternalStore } from 'react'

const never = (): (() => void) => () => undefined

/** Whether this page answers yet: it is shown as the server drew it before its script has come. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}

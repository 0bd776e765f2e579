import { useSyncExternalStore } from 'react'
import { isNameless, onNameSaid } from './person-name'

/** Whether I am called so only because I have said no name; answers anew once I say one. */
export function useNameless(myName: string): boolean {
  return useSyncExternalStore(
    onNameSaid,
    () => isNameless(myName),
    () => false,
  )
}

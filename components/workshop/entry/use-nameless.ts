import { useValue } from '@tldraw/state-react'
import { isNameless } from './person-name'

/** Whether I am called so only because I have said no name; answers anew once I say one. */
export function useNameless(myName: string): boolean {
  return useValue('nameless', () => isNameless(myName), [myName])
}

import type { SaveState } from '../board-client'

const IN_TOUCH: ReadonlySet<SaveState['kind']> = new Set(['saved', 'saving', 'cannot-save'])

/** Whether the server is heard: without it nobody else seems to be here, which is not their leaving. */
export function isInTouch({ kind }: SaveState): boolean {
  return IN_TOUCH.has(kind)
}

import { atom, type Atom } from '@tldraw/state'

const KEY = 'contour.team-contrast'

/** Whether team shapes wear a further, darker line: the published ones are pale on white. Kept by this browser. */
export const teamContrast: Atom<boolean> = atom('team contrast', readKept())

/** Chooses stronger outlines or the published ones alone. */
export function setTeamContrast(isStrong: boolean): void {
  teamContrast.set(isStrong)
  try {
    window.localStorage.setItem(KEY, isStrong ? 'strong' : 'published')
  } catch {
    // A browser that keeps nothing forgets the choice with the page.
  }
}

function readKept(): boolean {
  try {
    return typeof window !== 'undefined' && window.localStorage.getItem(KEY) === 'strong'
  } catch {
    return false
  }
}

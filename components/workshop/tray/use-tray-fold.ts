import { useCallback, useState } from 'react'

const KEY = 'contour-tray'
/**
 * Between phone and laptop the tray lies over the canvas; in a low window as narrow as a phone, as one becomes that is
 * enlarged to 200 %, it would leave nothing of it. So it starts out of the way.
 */
const STARTS_FOLDED = '(min-width: 641px) and (max-width: 900px), (max-width: 640px) and (max-height: 480px)'

/** Whether the tray is folded away; remembered in this browser. */
export function useTrayFold(): { folded: boolean; setFolded: (folded: boolean) => void } {
  const [folded, setShown] = useState(recallFold)
  const setFolded = useCallback((next: boolean) => {
    setShown(next)
    try {
      window.localStorage.setItem(KEY, next ? 'folded' : 'open')
    } catch {
      // A browser that keeps nothing starts from the default next time.
    }
  }, [])
  return { folded, setFolded }
}

/** Says whether the tray takes room from the canvas beside it, rather than lying over or under it. */
export function isTrayDocked(): boolean {
  return window.matchMedia('(min-width: 901px)').matches
}

function recallFold(): boolean {
  if (window.matchMedia(STARTS_FOLDED).matches) return true
  try {
    return window.localStorage.getItem(KEY) === 'folded'
  } catch {
    return false
  }
}

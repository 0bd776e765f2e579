import { useLayoutEffect, useState } from 'react'

/** How large something is with the words it has now; nothing before it is drawn. */
export function useSizeOf(part: HTMLElement | null): { w: number; h: number } {
  const [size, setSize] = useState({ w: 0, h: 0 })
  useLayoutEffect(() => {
    if (!part) return
    const read = (): void => setSize({ w: part.offsetWidth, h: part.offsetHeight })
    read()
    const observer = new ResizeObserver(read)
    observer.observe(part)
    return () => observer.disconnect()
  }, [part])
  return size
}

import { useLayoutEffect, useState } from 'react'

/** How large an element is with the words it has now, px. */
export function useSizeOf(element: HTMLElement | null): { readonly w: number; readonly h: number } {
  const [size, setSize] = useState({ w: 0, h: 0 })
  useLayoutEffect(() => {
    if (!element) return
    const read = (): void => setSize({ w: element.offsetWidth, h: element.offsetHeight })
    read()
    const observer = new ResizeObserver(read)
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return size
}

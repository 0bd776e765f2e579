/** Listens to several events of one target; answers with the undo. Without a target it does nothing. */
export function bindEvents(
  target: EventTarget | undefined,
  listeners: Readonly<Record<string, (event: Event) => void>>,
): () => void {
  const names = Object.keys(listeners)
  const handle = (event: Event): void => listeners[event.type]?.(event)
  for (const name of names) target?.addEventListener(name, handle)
  return () => {
    for (const name of names) target?.removeEventListener(name, handle)
  }
}

/** The window where there is one: not on the server, not in tests. */
export function windowOrNone(): EventTarget | undefined {
  return typeof window === 'undefined' ? undefined : window
}

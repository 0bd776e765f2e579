/** Waits until something has ended, or so long. */
export async function endsWithin(mostMs: number, ended: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, mostMs)))
  await Promise.race([ended, late])
  clearTimeout(timer)
}

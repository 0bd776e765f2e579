/** Starts counting what this process itself costs; the answer is its share of one core since then. */
export function startOwnMeter(): () => { readonly seconds: number; readonly cpuShare: number } {
  const startedAt = performance.now()
  const before = process.cpuUsage()
  return () => {
    const seconds = (performance.now() - startedAt) / 1000
    const { user, system } = process.cpuUsage(before)
    return { seconds, cpuShare: (user + system) / 1e6 / seconds }
  }
}

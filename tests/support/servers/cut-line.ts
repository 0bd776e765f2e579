import type { Person } from '../pages/people'

/** The line of one person to the board: pages still load while it is cut. */
export class CutLine {
  isCut = false
  private readonly cutNow = new Set<() => void>()

  static async of({ context }: Pick<Person, 'context'>): Promise<CutLine> {
    const line = new CutLine()
    await context.routeWebSocket(/\/sync\//, (socket) => {
      const end = (): void => void socket.close({ code: 1013, reason: 'no line' })
      if (line.isCut) return end()
      socket.connectToServer()
      line.cutNow.add(end)
    })
    return line
  }

  cut(): void {
    this.isCut = true
    this.interrupt()
  }

  /** Cut, and whole again when it is asked for. */
  interrupt(): void {
    for (const end of this.cutNow) end()
    this.cutNow.clear()
  }
}

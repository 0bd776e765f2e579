import type { CrowdPerson } from './crowd-person'

/** Notes when an observer got what the others wrote. A frame that a later one replaced arrives with it. */
export class Receipts {
  readonly receiptMs: number[] = []

  constructor(observer: CrowdPerson, people: readonly CrowdPerson[]) {
    const byKey = new Map(people.filter((one) => one !== observer).map((one) => [one.writesTo, one]))
    const seen = new Map<CrowdPerson, number>()
    const { placements } = observer.client.board
    placements.observe((event) => {
      for (const key of event.keysChanged) {
        const writer = byKey.get(key)
        const placement = placements.get(key)
        if (!writer || placement?.target !== 'canvas') continue
        const from = seen.get(writer) ?? writer.sentAt.length - 1
        for (let frame = from; frame <= placement.dx; frame++) this.note(observer, writer.sentAt[frame])
        seen.set(writer, placement.dx + 1)
      }
    })
  }

  private note(observer: CrowdPerson, sentAt: number | undefined): void {
    if (sentAt !== undefined) this.receiptMs.push(observer.client.arrivedAt - sentAt)
  }
}

/** How the crowd drags: only shown to the others, or with every frame written into the document. */
export type DragWay = 'lane' | 'document'

/** What the load process is told. */
export type CrowdOrder =
  | {
      readonly do: 'join'
      readonly origin: string
      readonly boardId: string
      readonly secret: string
      readonly people: number
    }
  /** `cursors`: each person's pointer is shown as well, twelve times a second, as the page does. */
  | { readonly do: 'drag'; readonly way: DragWay; readonly cursors: boolean }
  | { readonly do: 'rest' }
  | { readonly do: 'measure'; readonly lastsMs: number }
  /** The same people and rate against a server that sends back what it gets. */
  | { readonly do: 'echo'; readonly port: number; readonly people: number; readonly lastsMs: number }

/** What the load process measured. */
export interface CrowdFacts {
  /** From a person's edit to another person's receipt. */
  readonly receiptMs: readonly number[]
  readonly ackMs: readonly number[]
  /** What arrived at each person, framing included. */
  readonly bytesPerSecond: readonly number[]
  readonly sentPerSecond: number
  /** The share of one core the load process used; near 1 it measures itself. */
  readonly cpuShare: number
  /** How late frames left, compared with their plan. */
  readonly latenessMs: readonly number[]
  readonly lost: number
}

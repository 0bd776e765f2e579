import type { InstanceId } from '../ids'

/** One initiative of a sample, and where it stands; without `on` it waits in the tray. */
export interface SampleInitiative {
  readonly key: string
  readonly title: string
  readonly team: string
  /** Person-weeks. */
  readonly effort: number
  readonly on?: { readonly curve: string; readonly x: number }
}

/** A template of a sample and where its top left corner stands, in page px. */
export interface SampleTemplate {
  readonly id: InstanceId
  readonly templateId: string
  readonly place: readonly [x: number, y: number]
}

/** A board that shows what Contour is for, as data. */
export interface Sample {
  readonly id: string
  readonly title: string
  /** The first one is the board's own; initiatives stand on it. */
  readonly templates: readonly [SampleTemplate, ...SampleTemplate[]]
  readonly initiatives: readonly SampleInitiative[]
}

import type { Result } from '@/lib/result'

/** What a picture shows: everything, one template with what stands on it, or what is selected. */
export type PicturePart = { kind: 'board' } | { kind: 'frame'; instanceId: string } | { kind: 'selection' }

/** How many pixels of the file one px of the board becomes in each direction. */
export type PictureScale = 1 | 2 | 4

export interface PictureSize {
  readonly w: number
  readonly h: number
}

export interface PicturePlan {
  readonly part: PicturePart
  readonly dark: boolean
  /** Written above the drawing, with a legend below it; null draws neither. */
  readonly heading: { readonly title: string; readonly line: string } | null
}

/** What there is to draw at the moment. */
export interface PictureParts {
  /** How many things lie on the board. */
  readonly count: number
  /** The templates on the board; two of one kind are told apart by a number. */
  readonly frames: readonly { readonly instanceId: string; readonly name: string }[]
  readonly selected: number
  /** What a person most likely means, by what is selected and what is on the screen. */
  readonly suggested: PicturePart
}

/** Why there is no picture; `too-large`: this browser does not draw so many pixels. */
export type PictureFailure = 'empty' | 'too-large' | 'failed' | 'cancelled'

export interface PictureTask {
  readonly signal: AbortSignal
  /** Told how much is done, 0..1. */
  readonly onProgress: (share: number) => void
}

/** A finished picture; `size` is what its file says in px. */
export interface Picture {
  readonly file: Blob
  readonly size: PictureSize
}

/** The canvas as a maker of pictures: always of what the document says, never of somebody's unfinished drag. */
export interface CanvasPictures {
  parts(): PictureParts
  /** The size of this picture at 1x, in whole px; null where there is nothing to draw. */
  measure(plan: PicturePlan): PictureSize | null
  /** Says whether this browser draws so many pixels in one piece. */
  fits(pixels: PictureSize): boolean
  drawPng(
    plan: PicturePlan,
    task: PictureTask & { scale: PictureScale },
  ): Promise<Result<Picture, PictureFailure>>
  /** Letters are part of the file: it looks the same where the fonts are not installed. */
  drawSvg(plan: PicturePlan, task: PictureTask): Promise<Result<Picture, PictureFailure>>
}

/** The pixels of a picture's file: its size at 1x, times the scale in each direction. */
export function pixelsOf(size: PictureSize, scale: PictureScale): PictureSize {
  return { w: size.w * scale, h: size.h * scale }
}

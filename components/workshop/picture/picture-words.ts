import type {
  PictureFailure,
  PictureParts,
  PicturePart,
  PictureSize,
} from '../../board/canvas/canvas-pictures'

const NUMBER = new Intl.NumberFormat('en')
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** `3,424 × 2,312 px`, which no line breaks. */
export function sizeWords({ w, h }: PictureSize): string {
  return `${NUMBER.format(w)}\u00a0×\u00a0${NUMBER.format(h)}\u00a0px`
}

/** The day as it is written on a picture. */
export function dayWords(now: Date): string {
  return DAY.format(now)
}

/** What a picture shows, in words for its heading and its file; empty for the whole board. */
export function partWords(part: PicturePart, { frames }: Pick<PictureParts, 'frames'>): string {
  if (part.kind === 'board') return ''
  if (part.kind === 'selection') return 'Selection'
  return frames.find(({ instanceId }) => instanceId === part.instanceId)?.name ?? ''
}

/** What happened and what to do, where there is no picture. */
export function failureWords(reason: Exclude<PictureFailure, 'cancelled' | 'too-large'>): string {
  if (reason === 'empty') return 'There is nothing to draw here any more. Choose something else.'
  return 'The picture could not be made. Try again, or choose the other format.'
}

/** For a picture beyond what the browser draws. */
export function tooLargeWords(pixels: PictureSize): string {
  return `${sizeWords(pixels)} is more than this browser can draw. Choose a smaller size or a part of the board, or take SVG: it is sharp at every size.`
}

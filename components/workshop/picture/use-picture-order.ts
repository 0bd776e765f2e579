import { useMemo, useState } from 'react'
import {
  pixelsOf,
  type CanvasPictures,
  type PicturePart,
  type PicturePlan,
  type PictureSize,
} from '../../board/canvas/canvas-pictures'
import { recallChoices, rememberChoices, type PictureChoices } from './picture-choices'
import { dayWords, partWords } from './picture-words'

/** What is to be drawn, how large it comes out and whether this browser can: everything the dialog's fields decide. */
export function usePictureOrder(pictures: CanvasPictures, { title, now }: { title: string; now: Date }) {
  const [parts] = useState(() => pictures.parts())
  const [part, setPart] = useState<PicturePart>(parts.suggested)
  const [choices, setChoices] = useState(recallChoices)
  const plan = useMemo<PicturePlan>(() => {
    const line = [partWords(part, parts), dayWords(now)].filter(Boolean).join(' · ')
    return { part, dark: choices.dark, heading: choices.captioned ? { title, line } : null }
  }, [part, parts, choices.dark, choices.captioned, title, now])
  const size = useMemo(() => pictures.measure(plan), [pictures, plan])
  const pixels = useMemo<PictureSize | null>(() => {
    if (!size) return null
    return choices.format === 'png' ? pixelsOf(size, choices.scale) : size
  }, [size, choices.format, choices.scale])
  const fits = useMemo(
    () => choices.format === 'svg' || pixels === null || pictures.fits(pixels),
    [pictures, choices.format, pixels],
  )
  return {
    parts,
    part,
    setPart,
    choices,
    choose: (change: Partial<PictureChoices>) => {
      const next = { ...choices, ...change }
      setChoices(next)
      rememberChoices(next)
    },
    plan,
    /** The px of the file; null where there is nothing to draw. */
    pixels,
    fits,
  }
}

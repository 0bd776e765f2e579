import { sharedPx, type Box } from '@/lib/geometry/box'

/** A template of which more than this share is seen besides the largest is looked at as well. */
const SEEN_SHARE = 0.6

/** The one that takes most of the view; null where none is seen, or where another is seen nearly whole beside it. */
export function lookedAt<Framed extends { readonly frame: Box }>(
  view: Box,
  templates: readonly Framed[],
): Framed | null {
  const seen = templates
    .map((template) => ({ template, px: sharedPx(view, template.frame) }))
    .filter(({ px }) => px > 0)
    .sort((one, other) => other.px - one.px)
  const [most, ...others] = seen
  const isOneOfSeveral = others.some(({ template: { frame }, px }) => px > SEEN_SHARE * frame.w * frame.h)
  return most && !isOneOfSeveral ? most.template : null
}

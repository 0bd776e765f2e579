import * as z from '@/lib/zod'

const KEY = 'contour-picture'

const choicesSchema = z.object({
  format: z.enum(['png', 'svg']),
  scale: z.union([z.literal(1), z.literal(2), z.literal(4)]),
  dark: z.boolean(),
  captioned: z.boolean(),
})

/** How somebody likes their pictures. */
export type PictureChoices = z.infer<typeof choicesSchema>

const USUAL: PictureChoices = { format: 'png', scale: 2, dark: false, captioned: true }

/** What this browser chose last; the usual where there is nothing, or nothing that can be read. */
export function recallChoices(): PictureChoices {
  try {
    const kept = choicesSchema.safeParse(JSON.parse(window.localStorage.getItem(KEY) ?? 'null'))
    return kept.success ? kept.data : USUAL
  } catch {
    return USUAL
  }
}

export function rememberChoices(choices: PictureChoices): void {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(choices))
  } catch {
    // A browser that keeps nothing starts from the usual next time.
  }
}

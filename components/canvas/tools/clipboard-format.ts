import { LIMITS } from '@/lib/sync/limits'
import * as z from '@/lib/zod'

const shape = z.looseObject({ id: z.string(), type: z.string(), meta: z.record(z.string(), z.unknown()) })

const asset = z.looseObject({
  id: z.string(),
  props: z.looseObject({ src: z.string().nullish() }),
})

/** What Contour puts on the clipboard: the editor's own form of what was copied, which checks it again on paste. */
const clipboardSchema = z.object({
  contour: z.literal(1),
  content: z.looseObject({
    shapes: z.array(shape).max(LIMITS.SHAPES_ON_CANVAS),
    rootShapeIds: z.array(z.string()),
    assets: z.array(asset).max(2_000).default([]),
    schema: z.unknown(),
  }),
})
export type CopiedContent = z.infer<typeof clipboardSchema>['content']

/** Writes copied content as text for the clipboard. */
export function formatClipboard(content: unknown): string {
  return JSON.stringify({ contour: 1, content })
}

/** Reads what was copied; null where it is not from a board. */
export function parseClipboard(text: string): CopiedContent | null {
  if (text === '') return null
  try {
    const parsed = clipboardSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data.content : null
  } catch {
    return null
  }
}

import type { Editor, TLCameraMoveOptions } from 'tldraw'
import { placeBeside } from '@/lib/board/places/cards/beside'
import { standTemplates } from '@/lib/board/places/standing'
import { findTemplate } from '@/lib/templates/catalogue'
import { clientOf } from '../session/store-client'

/** Room around a new template when it is shown, in screen px: banner, tools and mark stay clear of it. */
const INSET_PX = 72

/** Stands one more template to the right of all there is, and looks at it; says whether it did. */
export function addTemplateToBoard(
  editor: Editor,
  templateId: string,
  { flush, look }: { flush(): void; look: TLCameraMoveOptions },
): boolean {
  const template = findTemplate(templateId)
  if (!template) return false
  const { templates, view } = clientOf(editor)
  const bounds = editor.getCurrentPageBounds()
  const all = bounds ? { x: bounds.x, y: bounds.y, w: bounds.w, h: bounds.h } : null
  const place = placeBeside(
    all,
    standTemplates(view.instances.get()).map(({ frame }) => frame),
  )
  if (templates.add(templateId, place) === null) return false
  flush()
  const [x, y] = place
  editor.zoomToBounds({ x, y, ...template.size }, { inset: INSET_PX, targetZoom: 1, ...look })
  return true
}

import { Move } from 'lucide-react'
import { stopEventPropagation, useEditor, useValue, type Editor } from 'tldraw'
import type { Instance } from '@/lib/board/layout'
import { nameInstances } from '@/lib/board/places/instance-names'
import type { Box } from '@/lib/geometry/box'
import { bannersPxOf } from '../view/banners-height'
import { detailOf, isNarrowScreen } from '../shapes/detail'
import { frameFactsOf, headingBox } from '../shapes/frame/frame-facts'
import { boxOfLine, headingLines } from '../shapes/frame/heading-words'
import { clientOf } from '../session/store-client'
import { TemplateBarChoices } from './template-bar-choices'
import { isNamedBar, isNarrowBar, templateBarPlace } from './template-bar-place'
import { frameIdOf } from './template-hand'
import styles from './template-bars.module.css'
import { useTemplateGrip } from './use-template-grip'

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const
const MOVES = 'Drag, or use the arrow keys'

/** While templates are edited: a frame around each, with a grip and what else can be done with it. */
export function TemplateBars(): React.ReactNode {
  const editor = useEditor()
  const { templates, view } = clientOf(editor)
  const isEditing = useValue('edits templates', () => templates.isEditing.get(), [templates])
  const instances = useValue('instances', () => view.instances.get(), [view])
  if (!isEditing) return null
  const names = nameInstances(instances)
  return instances.map((instance) => (
    <TemplateBar key={instance.id} instance={instance} name={names.get(instance.id) ?? ''} />
  ))
}

function TemplateBar({
  instance,
  name,
}: {
  readonly instance: Instance
  readonly name: string
}): React.ReactNode {
  const editor = useEditor()
  const place = useValue('place of the template', () => placeOf(editor, instance), [editor, instance])
  const grip = useTemplateGrip(instance)
  if (!place) return null
  const { frame, bar } = place
  return (
    <>
      <div
        className={styles.outline}
        style={{ transform: `translate(${frame.x}px, ${frame.y}px)`, width: frame.w, height: frame.h }}
        aria-hidden="true"
      />
      <div
        className={styles.bar}
        style={{ transform: `translate(${bar.x}px, ${bar.y}px)`, maxWidth: bar.w }}
        data-narrow={isNarrowBar(bar)}
        role="group"
        aria-label={`Template ${name}`}
        data-testid="template-bar"
        onPointerDown={stopEventPropagation}
      >
        <button
          type="button"
          className={styles.grip}
          aria-label={`Move ${name}`}
          title={isNamedBar(bar) ? MOVES : `${name}. ${MOVES}`}
          {...grip}
        >
          <Move {...ICON} />
          {isNamedBar(bar) ? <span className={styles.name}>{name}</span> : null}
        </button>
        <TemplateBarChoices instance={instance} name={name} isNarrow={isNarrowBar(bar)} />
      </div>
    </>
  )
}

/** Both in px of the canvas; null while the template is out of sight. */
function placeOf(editor: Editor, { id }: Instance): { readonly frame: Box; readonly bar: Box } | null {
  const bounds = editor.getShapePageBounds(frameIdOf(id))
  if (!bounds) return null
  const view = editor.getViewportScreenBounds()
  const zoom = editor.getZoomLevel()
  const toView = (box: Box): Box => {
    const { x, y } = editor.pageToViewport({ x: bounds.minX + box.x, y: bounds.minY + box.y })
    return { x, y, w: box.w * zoom, h: box.h * zoom }
  }
  const frame = toView({ x: 0, y: 0, w: bounds.w, h: bounds.h })
  if (frame.x > view.w || frame.y > view.h || frame.x + frame.w < 0 || frame.y + frame.h < 0) return null
  const facts = frameFactsOf(editor, id)
  const heading = headingBox(facts, bounds)
  const room = { widthPx: heading.w, isNarrow: isNarrowScreen(editor) }
  const words = headingLines(facts, room, detailOf(editor)).map((line) => {
    const box = boxOfLine(line)
    return toView({ ...box, x: heading.x + box.x, y: heading.y + box.y })
  })
  return { frame, bar: templateBarPlace({ frame, words, view, bannersPx: bannersPxOf(editor).get() }) }
}

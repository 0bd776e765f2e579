import { Move, PencilLine, Trash2 } from 'lucide-react'
import { stopEventPropagation, useEditor, useValue, type Editor } from 'tldraw'
import type { Instance } from '@/lib/board/layout'
import { nameInstances } from '@/lib/board/place-words'
import { clientOf } from '../store-client'
import { frameIdOf } from './template-hand'
import styles from './template-bars.module.css'
import { useTemplateGrip } from './use-template-grip'

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const
/** No wider than its template, so that the bars of neighbours stay apart; wide enough for its three buttons. */
const BAR_PX = { least: 156, most: 300, h: 52 }
const GAP_PX = 8
/** How far down the banner that says what is going on reaches, by the width of the canvas at most. */
const TOPS_PX = [
  { upTo: 640, top: 80 },
  { upTo: 860, top: 128 },
  { upTo: Infinity, top: 64 },
] as const

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
  const { asked } = clientOf(editor).templates
  const { id } = instance
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
        role="group"
        aria-label={`Template ${name}`}
        data-testid="template-bar"
        onPointerDown={stopEventPropagation}
      >
        <button
          type="button"
          className={styles.grip}
          aria-label={`Move ${name}`}
          title="Drag, or use the arrow keys"
          {...grip}
        >
          <Move {...ICON} />
          <span className={styles.name}>{name}</span>
        </button>
        <button
          type="button"
          className={styles.button}
          aria-label={`Rename ${name}`}
          title="Rename"
          onClick={() => asked.set({ kind: 'rename', instanceId: id })}
        >
          <PencilLine {...ICON} />
        </button>
        <button
          type="button"
          className={styles.button}
          aria-label={`Remove ${name}`}
          title="Remove"
          onClick={() => asked.set({ kind: 'remove', instanceId: id })}
        >
          <Trash2 {...ICON} />
        </button>
      </div>
    </>
  )
}

interface BarPlace {
  readonly frame: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  readonly bar: { readonly x: number; readonly y: number; readonly w: number }
}

/** Above the template, or along the upper edge of the canvas while its own is out of sight; px of the canvas. */
function placeOf(editor: Editor, { id }: Instance): BarPlace | null {
  const bounds = editor.getShapePageBounds(frameIdOf(id))
  if (!bounds) return null
  const view = editor.getViewportScreenBounds()
  const from = editor.pageToViewport({ x: bounds.minX, y: bounds.minY })
  const to = editor.pageToViewport({ x: bounds.maxX, y: bounds.maxY })
  if (to.x < 0 || to.y < 0 || from.x > view.w || from.y > view.h) return null
  const w = Math.min(BAR_PX.most, Math.max(BAR_PX.least, to.x - from.x))
  const x = Math.min(Math.max(GAP_PX, from.x), view.w - w - GAP_PX, Math.max(from.x, to.x - w))
  return {
    frame: { x: from.x, y: from.y, w: to.x - from.x, h: to.y - from.y },
    bar: { w, x, y: Math.max(topAt(view.w), from.y - BAR_PX.h - GAP_PX) },
  }
}

function topAt(widthPx: number): number {
  return TOPS_PX.find(({ upTo }) => widthPx <= upTo)?.top ?? 0
}

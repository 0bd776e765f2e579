import type { Editor } from 'tldraw'
import { nameInstance } from '@/lib/board/places/instance-names'
import type { Box } from '@/lib/geometry/box'
import type { InstanceId } from '@/lib/ids'
import { findTemplate } from '@/lib/templates/catalogue'
import { MARGIN_PX, type Template } from '@/lib/templates/template'
import { clientOf } from '../../session/store-client'

/** What is written on a template's paper. */
export interface FrameFacts {
  /** Null where this version does not know the template. */
  readonly template: Template | null
  readonly name: string
  /** What is said below the name, each on a line of its own. */
  readonly lines: readonly string[]
}

/** Reads what a template's paper says; called inside a reactive scope it follows the board. */
export function frameFactsOf(editor: Editor, instanceId: string): FrameFacts {
  const { view } = clientOf(editor)
  const instance = view.instances.get().find((one) => (one.id as string) === instanceId)
  const template = instance ? findTemplate(instance.templateId) : null
  const name = instance ? nameInstance(instance) : ''
  if (template || !instance) return { template, name, lines: template ? [template.prompt] : [] }
  return { template, name, lines: unknownWords(countOn(editor, instance.id)) }
}

/** Where the heading stands on the paper; on that of an unknown template, inside the usual margin. */
export function headingBox(
  { template }: Pick<FrameFacts, 'template'>,
  size: { readonly w: number },
): Pick<Box, 'x' | 'y' | 'w'> {
  return template?.heading ?? { x: MARGIN_PX, y: MARGIN_PX, w: size.w - 2 * MARGIN_PX }
}

/** What a template this version does not know says in its place. */
export function unknownWords(initiatives: number): readonly string[] {
  const standing =
    initiatives === 0
      ? 'What stands on it'
      : `${initiatives} ${initiatives === 1 ? 'initiative that stands' : 'initiatives that stand'} on it`
  return [
    'This board uses a template that this version of Contour does not know.',
    `${standing} and the template itself are kept unchanged.`,
    'A newer version shows them again.',
  ]
}

function countOn(editor: Editor, id: InstanceId): number {
  const { view } = clientOf(editor)
  const stands = (place: { readonly instanceId: InstanceId }): boolean => place.instanceId === id
  return view.initiatives.get().filter((initiative) => view.placements(initiative).get().some(stands)).length
}

import type { Editor } from 'tldraw'
import { findCurve } from '@/lib/curves/catalogue'
import type { Curve } from '@/lib/curves/curve'
import type { CurvePlotProps } from '@/lib/board/shapes/curve-plot'
import { findTemplate } from '@/lib/templates/catalogue'
import type { Template } from '@/lib/templates/template'
import type { Box } from '@/lib/geometry/box'
import { clientOf } from '../../session/store-client'

/** Everything a plot is drawn from. `inner` is in px from the plot's own top left corner. */
export interface PlotFacts {
  readonly curve: Curve | null
  readonly size: { readonly w: number; readonly h: number }
  readonly inner: Box
}

const MARGIN_PX = { left: 40, top: 48, right: 40, bottom: 32 }

/** Reads what a plot shows from its template; a plot its template does not know keeps the usual margins. */
export function plotFactsOf(editor: Editor, props: CurvePlotProps): PlotFacts {
  const curve = findCurve(props.curveId)
  const size = { w: props.w, h: props.h }
  const plot = templateOf(editor, props.instanceId)?.plots.find((one) => one.curveId === props.curveId)
  if (plot) {
    return { curve, size, inner: { ...plot.inner, x: plot.inner.x - plot.x, y: plot.inner.y - plot.y } }
  }
  const w = size.w - MARGIN_PX.left - MARGIN_PX.right
  const h = size.h - MARGIN_PX.top - MARGIN_PX.bottom
  return { curve, size, inner: { x: MARGIN_PX.left, y: MARGIN_PX.top, w, h } }
}

/** The template an instance stands for, or null. */
export function templateOf(editor: Editor, instanceId: string): Template | null {
  const instances = clientOf(editor).view.instances.get()
  const instance = instances.find((one) => (one.id as string) === instanceId)
  return instance ? findTemplate(instance.templateId) : null
}

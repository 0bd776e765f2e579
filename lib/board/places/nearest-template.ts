import type { Box } from '../../geometry/box'
import type { InstanceId } from '../../ids'
import type { Instance } from '../layout'
import { standTemplates } from './standing'

/** The template that stands nearest to another one, from middle to middle; null where no other can be shown. */
export function nearestTemplate(instances: readonly Instance[], to: InstanceId): InstanceId | null {
  const all = standTemplates(instances)
  const from = all.find(({ instance }) => instance.id === to)
  if (!from) return null
  const others = all
    .filter((one) => one !== from)
    .map(({ instance, frame }) => ({ id: instance.id, farPx: betweenPx(from.frame, frame) }))
  return others.sort((one, other) => one.farPx - other.farPx)[0]?.id ?? null
}

function betweenPx(one: Box, other: Box): number {
  const dx = one.x + one.w / 2 - other.x - other.w / 2
  return Math.hypot(dx, one.y + one.h / 2 - other.y - other.h / 2)
}

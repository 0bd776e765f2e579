import type { InstanceId } from '../../ids'
import { findTemplate } from '../../templates/catalogue'
import type { Instance } from '../layout'

/** What a template on the board is called: as somebody named it, else as templates of its kind are. */
export function nameInstance({ name, templateId }: Pick<Instance, 'name' | 'templateId'>): string {
  return name ?? findTemplate(templateId)?.name ?? 'Unknown template'
}

/** What each template on the board is called; where two are called the same, they are numbered. */
export function nameInstances(instances: readonly Instance[]): ReadonlyMap<InstanceId, string> {
  const seen = new Map<string, number>()
  return new Map(
    instances.map((instance) => {
      const { id } = instance
      const name = nameInstance(instance)
      const number = (seen.get(name) ?? 0) + 1
      seen.set(name, number)
      return [id, number === 1 ? name : `${name} ${number}`]
    }),
  )
}

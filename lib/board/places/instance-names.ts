import type { InstanceId } from '../../ids'
import { findTemplate } from '../../templates/catalogue'
import type { Instance } from '../layout'

/** What a template on the board is called: as somebody named it, else as templates of its kind are. */
export function nameInstance({ name, templateId }: Pick<Instance, 'name' | 'templateId'>): string {
  return name ?? findTemplate(templateId)?.name ?? 'Unknown template'
}

/** What each template on the board is called; where two are called the same, they are numbered. */
export function nameInstances(instances: readonly Instance[]): ReadonlyMap<InstanceId, string> {
  const own = new Set(instances.map(nameInstance))
  const taken = new Set<string>()
  return new Map(
    instances.map((instance) => {
      const name = nameInstance(instance)
      let free = name
      // Another one may be called by name what this one would be by number.
      for (let number = 2; taken.has(free) || (free !== name && own.has(free)); number++)
        free = `${name} ${number}`
      taken.add(free)
      return [instance.id, free]
    }),
  )
}

'use client'

import { useValue } from '@tldraw/state-react'
import { CANVAS_INSTANCE, cardShapeId } from '@/lib/board/layout'
import { nameInstances } from '@/lib/board/places/instance-names'
import { placeWords } from '@/lib/board/places/place-words'
import type { InitiativeId } from '@/lib/ids'
import { useBoardClient } from '../../board/board-context'
import { Button } from '../../ui/controls/button'
import { capitalised } from '@/lib/text/capitalised'
import styles from './inspector.module.css'
import { PlaceElsewhere } from './place-elsewhere'

/** Where an initiative stands, template by template, each with what that means and the way there. */
export function Places({ id }: { readonly id: InitiativeId }) {
  const client = useBoardClient()
  const places = useValue(client.view.placements(id))
  const instances = useValue(client.view.instances)
  const teams = useValue(client.view.teams)
  const canEdit = useValue(client.canEdit)
  const names = nameInstances(instances)
  return (
    <section className={styles.places} aria-label="Where it stands">
      <h3 className={styles.label}>Where it stands</h3>
      {places.length === 0 && <p className={styles.quiet}>Nowhere yet: it has not been placed.</p>}
      {places.map(({ instanceId, placement }) => {
        const { where, reading } = placeWords(placement, {
          instance: instances.find((instance) => instance.id === instanceId),
          teams,
        })
        const name = names.get(instanceId)
        return (
          <div key={instanceId} className={styles.place}>
            <p>
              <span className={styles.where}>
                {name === undefined || instanceId === CANVAS_INSTANCE
                  ? capitalised(where)
                  : `${name}, ${where}`}
                .
              </span>{' '}
              {reading}
            </p>
            <div className={styles.placeActions}>
              <Button
                size="small"
                aria-label={`Show where it stands: ${name ?? where}`}
                onClick={() => client.canvas.get()?.showShape(cardShapeId(id, instanceId))}
              >
                Show
              </Button>
              {canEdit && (
                <Button
                  size="small"
                  look="quiet"
                  onClick={({ currentTarget }) => {
                    // The button goes with the place; the keyboard stays in the details.
                    currentTarget.closest('aside')?.focus()
                    client.commands.unplace(id, instanceId)
                  }}
                >
                  {places.length === 1 ? 'Back to the tray' : 'Take it off here'}
                </Button>
              )}
            </div>
          </div>
        )
      })}
      <PlaceElsewhere id={id} />
    </section>
  )
}

'use client'

import { useValue } from '@tldraw/state-react'
import type { Instance } from '@/lib/board/layout'
import { nameInstances } from '@/lib/board/places/instance-names'
import { nearestTemplate } from '@/lib/board/places/nearest-template'
import type { BoardClient, BoardView } from '../../board/board-client'
import { useBoardClient } from '../../board/board-context'
import { Button } from '../../ui/controls/button'
import { Dialog } from '../../ui/overlays/dialogs/dialog'
import { sayUndoable } from '../../board/undo/say-undoable'
import { removalWords } from './removal-words'
import styles from './remove-template-dialog.module.css'

interface RemoveTemplateDialogProps {
  readonly instance: Instance
  readonly onClose: () => void
}

/** Asks before a template goes, and says what goes with it. */
export function RemoveTemplateDialog({ instance, onClose }: RemoveTemplateDialogProps) {
  const client = useBoardClient()
  const name = useValue('name', () => nameInstances(client.view.instances.get()).get(instance.id) ?? '', [
    client,
    instance,
  ])
  const words = useValue('what goes', () => removalWords(standingOn(client.view, instance)), [
    client,
    instance,
  ])

  const handleRemove = () => {
    onClose()
    const next = whereToGoOn(client, instance)
    if (!client.templates.remove(instance.id)) return
    sayUndoable(client, `“${name}” was removed from the board.`)
    if (next) client.canvas.get()?.showTemplate(next)
    client.canvas.get()?.focus()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Remove “${name}”?`}
      onLeftBehind={() => client.canvas.get()?.focus()}
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button look="danger" onClick={handleRemove}>
            Remove the template
          </Button>
        </>
      }
    >
      <div className={styles.said}>
        {words.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </Dialog>
  )
}

/** Whoever looks at the template that goes would be left before empty paper; whoever looks elsewhere stays there. */
function whereToGoOn({ canvas, view }: BoardClient, { id }: Instance): string | null {
  const isLookedAt = canvas.get()?.templateInView.get() === id
  return isLookedAt ? nearestTemplate(view.instances.get(), id) : null
}

function standingOn(view: BoardView, { id }: Instance): Parameters<typeof removalWords>[0] {
  const places = view.initiatives
    .get()
    .map((initiative) => view.placements(initiative).get())
    .filter((all) => all.some(({ instanceId }) => instanceId === id))
  const teams = view.standingTeams.get().filter(({ instance }) => instance.id === id)
  return {
    cards: places.length,
    onlyHere: places.filter((all) => all.length === 1).length,
    teams: teams.length,
  }
}

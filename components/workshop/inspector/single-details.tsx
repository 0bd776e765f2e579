'use client'

import { useValue } from '@tldraw/state-react'
import { Trash2 } from 'lucide-react'
import { can } from '@/lib/access/roles'
import type { Initiative } from '@/lib/board/layout'
import { LIMITS } from '@/lib/sync/limits'
import { useBoardClient } from '../../board/board-context'
import { deleteInitiative } from '../../board/delete-initiative'
import { Button } from '../../ui/controls/button'
import { EffortField } from './fields/effort-field'
import styles from './inspector.module.css'
import { LastChange } from './last-change'
import { LinkList } from './fields/link-list'
import { NameField } from './fields/name-field'
import { Places } from './places'
import { ReadOnlyDetails } from './read-only-details'
import { SharedText } from './fields/shared-text'
import { TagList } from './fields/tag-list'

/** Everything about one initiative. Title and summary are typed together with others. */
export function SingleDetails({ initiative }: { readonly initiative: Initiative }) {
  const client = useBoardClient()
  const { id, tags = [], links = [] } = initiative
  const mayEdit = useValue('may edit', () => can(client.me.get().role, 'edit'), [client])
  const canEdit = useValue(client.canEdit)
  const set = (fields: Parameters<typeof client.commands.setFields>[0][number]['fields']) =>
    client.commands.setFields([{ id, fields }])
  return (
    <>
      {mayEdit ? (
        <>
          <SharedText id={id} field="title" label="Title" maxCharacters={LIMITS.TITLE_CHARACTERS} />
          <Places id={id} />
          <SharedText
            id={id}
            field="summary"
            label="Summary"
            maxCharacters={LIMITS.SUMMARY_CHARACTERS}
            isMultiline
          />
          <div className={styles.pair}>
            <NameField kind="team" value={initiative.team ?? ''} onSet={(team) => set({ team })} />
            <EffortField value={initiative.effort} onSet={(effort) => set({ effort })} />
          </div>
          <NameField kind="owner" value={initiative.owner ?? ''} onSet={(owner) => set({ owner })} />
          <TagList tags={tags} onChange={(next) => set({ tags: next })} />
          <LinkList links={links} onChange={(next) => set({ links: next })} />
        </>
      ) : (
        <>
          <ReadOnlyDetails initiative={initiative} />
          <Places id={id} />
        </>
      )}
      <footer className={styles.footer}>
        {initiative.externalKey !== undefined && <p>Key {initiative.externalKey}</p>}
        <LastChange id={id} />
        {canEdit && (
          <Button
            size="small"
            look="quiet"
            className={styles.delete ?? ''}
            onClick={() => deleteInitiative(client, { id, title: initiative.title })}
          >
            <Trash2 size={16} strokeWidth={1.75} />
            Delete initiative
          </Button>
        )}
      </footer>
    </>
  )
}

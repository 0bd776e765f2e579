'use client'

import { useValue } from '@tldraw/state-react'
import { can } from '@/lib/access/roles'
import type { Initiative } from '@/lib/board/layout'
import type { InitiativeFields } from '@/lib/board/operations/initiative-fields'
import { titleLabel } from '@/lib/board/initiatives/title-label'
import { useBoardClient } from '../../board/board-context'
import { count } from '@/lib/text/count'
import styles from './inspector.module.css'
import { NameField } from './fields/name-field'
import { changedTags, faultOfTags, sharedTags } from './fields/shared-tags'
import { TagList } from './fields/tag-list'

const SHOWN_TITLES = 8

/** What several initiatives have in common, to be set for all of them at once. */
export function SeveralDetails({ initiatives }: { readonly initiatives: readonly Initiative[] }) {
  const client = useBoardClient()
  const mayEdit = useValue('may edit', () => can(client.me.get().role, 'edit'), [client])
  const setAll = (fieldsOf: (initiative: Initiative) => InitiativeFields) =>
    client.commands.setFields(initiatives.map((one) => ({ id: one.id, fields: fieldsOf(one) })))
  const shared = sharedTags(initiatives)
  const effort = initiatives.reduce((sum, one) => sum + one.effort, 0)
  return (
    <>
      <ul className={styles.titles}>
        {initiatives.slice(0, SHOWN_TITLES).map(({ id, title }) => (
          <li key={id}>{titleLabel(title)}</li>
        ))}
        {initiatives.length > SHOWN_TITLES && <li>and {initiatives.length - SHOWN_TITLES} more</li>}
      </ul>
      <p className={styles.quiet}>{count(Math.round(effort * 10) / 10, 'person-week')} together</p>
      {mayEdit && (
        <>
          <p className={styles.quiet}>
            Changes apply to {initiatives.length === 2 ? 'both' : `all ${initiatives.length}`}.
          </p>
          {(['team', 'owner'] as const).map((kind) => (
            <NameField
              key={kind}
              kind={kind}
              {...commonName(initiatives, kind)}
              onSet={(name) => setAll(() => ({ [kind]: name }))}
            />
          ))}
          <TagList
            tags={shared}
            faultOf={(next) => faultOfTags(initiatives, next)}
            onChange={(next) => setAll(({ tags = [] }) => ({ tags: changedTags(tags, shared, next) }))}
          />
        </>
      )}
    </>
  )
}

function commonName(
  initiatives: readonly Initiative[],
  kind: 'team' | 'owner',
): { value: string; placeholder?: string } {
  const names = new Set(initiatives.map((one) => one[kind] ?? ''))
  const [only = ''] = names
  return names.size === 1 ? { value: only } : { value: '', placeholder: 'Several' }
}

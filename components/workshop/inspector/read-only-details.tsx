import type { Initiative } from '@/lib/board/layout'
import { titleLabel } from '@/lib/board/initiatives/title-label'
import { count } from '@/lib/text/count'
import styles from './inspector.module.css'
import { LinkList } from './fields/link-list'

/** What somebody who may not edit reads of an initiative; what nobody said is left out. */
export function ReadOnlyDetails({ initiative }: { readonly initiative: Initiative }) {
  const { title, summary, team, owner, effort, tags = [], links = [] } = initiative
  const facts = [
    ['Team', team],
    ['Owner', owner],
    ['Effort', count(effort, 'person-week')],
    ['Tags', tags.join(', ')],
  ] as const
  return (
    <>
      <h3 className={styles.title}>{titleLabel(title)}</h3>
      {summary !== '' && <p className={styles.summary}>{summary}</p>}
      <dl className={styles.facts}>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {links.length > 0 && <LinkList links={links} onChange={null} />}
    </>
  )
}

import { TriangleAlert } from 'lucide-react'
import { useEditor, useValue } from 'tldraw'
import { IconButton } from '../../../ui/controls/icon-button'
import { typeIn } from '../../tools/type-title'
import { hasNamesake } from '../has-namesake'
import type { TeamShape } from '../team-shapes'
import styles from '../teams.module.css'

/** Remarks that another team is called as this one, and leads to its name. */
export function NamesakeHint({ shape }: { readonly shape: TeamShape }): React.ReactNode {
  const editor = useEditor()
  const { teamId } = shape.props
  const isThere = useValue('has a namesake', () => hasNamesake(editor, teamId), [editor, teamId])
  if (!isThere) return null
  return (
    <IconButton
      label="Another team has this name. Rename this one"
      side="top"
      className={styles.remark ?? ''}
      onClick={() => typeIn(editor, shape)}
    >
      <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
    </IconButton>
  )
}

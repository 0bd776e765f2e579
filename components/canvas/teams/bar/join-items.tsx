import { useEditor, useValue } from 'tldraw'
import { capitalised } from '@/lib/text/capitalised'
import {
  INTERACTION_MODES,
  type InteractionMode,
  type InteractionModeId,
} from '@/lib/teams/interaction-modes'
import { KindIcon } from '../../../board/kind-icon'
import { MenuItem } from '../../../ui/overlays/menus/menu'
import { saidName } from '../team-facts'
import type { TeamPair } from '../team-shapes'

interface JoinItemsProps {
  readonly teams: TeamPair
  readonly onPick: (mode: InteractionModeId) => void
}

/** The ways in which two teams can work with each other, as entries of a menu. */
export function JoinItems({ teams, onPick }: JoinItemsProps): React.ReactNode {
  const editor = useEditor()
  const [from, to] = teams.map(({ props }) => props.teamId)
  const service = useValue(
    'service',
    () => serviceWords(saidName(editor, from ?? ''), saidName(editor, to ?? '')),
    [editor, from, to],
  )
  const meaningOf = ({ id, meaning }: InteractionMode): string =>
    id === 'x-as-a-service' ? service : meaning
  return INTERACTION_MODES.map((mode) => (
    <MenuItem
      key={mode.id}
      icon={<KindIcon mode={mode.id} />}
      meaning={meaningOf(mode)}
      onSelect={() => onPick(mode.id)}
    >
      {mode.name}
    </MenuItem>
  ))
}

/** Which way it goes follows from which of the two was selected first. */
function serviceWords(from: string, to: string): string {
  return `${capitalised(from)} provides, ${to} uses it.`
}

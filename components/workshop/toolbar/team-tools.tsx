'use client'

import { useValue } from '@tldraw/state-react'
import { Contrast, Shapes, SquarePlus } from 'lucide-react'
import { INTERACTION_MODES } from '@/lib/teams/interaction-modes'
import { useBoardClient } from '../../board/board-context'
import { KindIcon } from '../../board/kind-icon'
import { setTeamContrast, teamContrast } from '../../board/colors/team-contrast'
import { classNames } from '../../ui/class-names'
import { IconButton } from '../../ui/controls/icon-button'
import { Menu, MenuItem } from '../../ui/overlays/menus/menu'
import { useFocusTaken } from '../../ui/overlays/use-focus-taken'
import { AbsentTeamsButton } from './absent-teams-button'
import styles from './toolbar.module.css'
import { useHasTeamMap } from './use-has-team-map'
import { useHasTeams } from './use-has-teams'

const ICON = { size: 20, strokeWidth: 1.75 } as const

/** What a map of teams needs, in a bar beside that of the tools; nothing where the board has no such map. */
export function TeamTools() {
  const client = useBoardClient()
  const canvas = useValue(client.canvas)
  const canEdit = useValue(client.canEdit)
  const isStrong = useValue(teamContrast)
  const hasMap = useHasTeamMap()
  const hasTeams = useHasTeams()
  const { take, onCloseAutoFocus } = useFocusTaken()
  if (!hasMap) return null
  return (
    <div className={classNames(styles.bar, !canEdit && styles.roomy)}>
      {canEdit && (
        <>
          <IconButton
            label="Add a team"
            side="top"
            className={hasTeams ? '' : (styles.worded ?? '')}
            disabled={!canvas}
            onClick={() => canvas?.addTeam()}
          >
            <SquarePlus {...ICON} />
            {!hasTeams && <span className={styles.word}>Add a team</span>}
          </IconButton>
          <AbsentTeamsButton />
          <Menu
            bar="floating"
            label="Add an interaction"
            align="center"
            side="top"
            onCloseAutoFocus={onCloseAutoFocus}
            trigger={
              <IconButton
                label="Add an interaction"
                side="top"
                className={styles.joins ?? ''}
                disabled={!canvas}
              >
                <Shapes {...ICON} />
              </IconButton>
            }
          >
            {INTERACTION_MODES.map(({ id, name, meaning }) => (
              <MenuItem
                key={id}
                icon={<KindIcon mode={id} />}
                meaning={meaning}
                onSelect={() => take(() => canvas?.addInteraction(id))}
              >
                {name}
              </MenuItem>
            ))}
          </Menu>
        </>
      )}
      <IconButton
        label="Stronger outlines of teams"
        side="top"
        pressed={isStrong}
        className={styles.roomy}
        onClick={() => setTeamContrast(!isStrong)}
      >
        <Contrast {...ICON} />
      </IconButton>
    </div>
  )
}

'use client'

import { useValue } from '@tldraw/state-react'
import { useBoardClient } from '../../board/board-context'
import { toolsFor, type CanvasTool } from '../../board/canvas/canvas-tools'
import { browserPreferences } from '../../board/preferences'
import { IconButton } from '../../ui/controls/icon-button'
import { usePhoneWidth } from '../../ui/phone-width'
import { TeamTools } from './team-tools'
import { LookStrip } from './look-strip'
import { MoreTools } from './more-tools'
import { TOOL_ICONS } from './tool-icons'
import styles from './toolbar.module.css'
import { useHasTeamMap } from './use-has-team-map'
import { useHasTeams } from './use-has-teams'

/** So many stand in the bar; what a facilitator has beyond them is behind one button more. */
const IN_THE_BAR = 5
/** Those that make way on a narrow screen. */
const MAKES_WAY: ReadonlySet<CanvasTool> = new Set(['hand', 'arrow'])
/** Behind that button too where tools for teams need the room. */
const FIRST_BEHIND: CanvasTool = 'arrow'

export function Toolbar() {
  const client = useBoardClient()
  const canvas = useValue(client.canvas)
  const canEdit = useValue(client.canEdit)
  const { role } = useValue(client.me)
  const chosen = useValue('tool', () => client.canvas.get()?.tool.get() ?? null, [client])
  const singleKeys = useValue(browserPreferences().singleKeys.value)
  const hasTeamMap = useHasTeamMap()
  const tools = toolsFor({ role, canEdit })
  const hasTeams = useHasTeams()
  const isLong = hasTeamMap && canEdit
  const isTight = usePhoneWidth() && isLong && tools.length > IN_THE_BAR
  const isBehind = (tool: CanvasTool, at: number) => at >= IN_THE_BAR || (isTight && tool === FIRST_BEHIND)
  const more = tools.filter(({ tool }, at) => isBehind(tool, at))

  const handleTool = (tool: CanvasTool) => canvas?.setTool(tool)
  return (
    <div className={styles.tools}>
      <LookStrip />
      <div
        className={styles.bars}
        role="toolbar"
        aria-label="Tools"
        data-testid="toolbar"
        data-more={more.length > 0}
        data-long={isLong ? (hasTeams ? 'teams' : 'words') : undefined}
      >
        <div className={styles.bar}>
          {tools.map(({ tool, words, key }, at) => {
            if (isBehind(tool, at)) return null
            const Icon = TOOL_ICONS[tool]
            return (
              <IconButton
                key={tool}
                className={(MAKES_WAY.has(tool) && styles[tool]) || ''}
                label={words}
                side="top"
                pressed={chosen === tool}
                disabled={!canvas}
                onClick={() => handleTool(tool)}
                {...(key !== null && singleKeys && { shortcut: key })}
              >
                <Icon size={20} strokeWidth={1.75} />
              </IconButton>
            )
          })}
          {more.length > 0 && (
            <MoreTools tools={more} chosen={chosen} disabled={!canvas} onPick={handleTool} />
          )}
        </div>
        <TeamTools />
      </div>
    </div>
  )
}

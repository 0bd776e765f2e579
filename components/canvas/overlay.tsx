import { ContextMenu } from './context-menu/context-menu'
import { DetailsButton } from './details/details-button'
import { Cursors } from './people/cursors'
import { OthersMarks } from './people/others-marks'
import { LandingMarks } from './landing/landing-marks'
import { AskTeams } from './teams/asking/ask-teams'
import { SaidPosition } from './tools/said-position'
import { ChipMenu } from './teams/initiatives/chip-menu'
import { TemplateBars } from './templates/template-bars'
import { TeamBar } from './teams/bar/team-bar'
import { BoardMap } from './moving/board-map/board-map'
import { Pulse } from './moving/travel/pulse'
import { ZoomControl } from './view/zoom-control'
import styles from './overlay.module.css'

/** Everything that lies over the drawing but does not belong to it. */
export function Overlay(): React.ReactNode {
  return (
    <>
      <div className={styles.overlay} aria-hidden="true">
        <OthersMarks />
        <LandingMarks />
        <Pulse />
        <Cursors />
      </div>
      <TemplateBars />
      <TeamBar />
      <AskTeams />
      <DetailsButton />
      <BoardMap />
      <ZoomControl />
      <SaidPosition />
      <ChipMenu />
      <ContextMenu />
    </>
  )
}

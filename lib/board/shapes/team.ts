import { T } from '@tldraw/validate'
import { TEAM_TYPE_IDS, type TeamTypeId } from '../../teams/team-types'

/** A team where it stands on a map. It refers to the team and holds no text of its own. */
export const teamProps = {
  w: T.positiveNumber,
  h: T.positiveNumber,
  teamId: T.string,
  instanceId: T.string,
  teamType: T.literalEnum(...TEAM_TYPE_IDS),
}

export interface TeamProps {
  w: number
  h: number
  teamId: string
  instanceId: string
  teamType: TeamTypeId
}

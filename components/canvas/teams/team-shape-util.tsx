import {
  Polygon2d,
  resizeBox,
  ShapeUtil,
  Vec,
  type Geometry2d,
  type SvgExportContext,
  type TLResizeInfo,
} from 'tldraw'
import { teamProps } from '@/lib/board/shapes/team'
import { fitSize } from '@/lib/teams/fit-size'
import { outlineOf } from '@/lib/teams/outline'
import { saidTeam } from '@/lib/teams/team-name'
import { UNDEFINED_TEAM } from '@/lib/teams/team-types'
import { toSentences } from '@/lib/text/to-sentences'
import { teamContrast } from '../../board/colors/team-contrast'
import { embedFonts } from '../shapes/export-fonts'
import { clientOf } from '../session/store-client'
import { TeamDrawing } from './drawing/team-drawing'
import { teamFactsOf } from './team-facts'
import type { TeamShape } from './team-shapes'
import { TeamView } from './team-view'

/** A team where it stands on a map. Its name lives in the team, its size here. */
export class TeamShapeUtil extends ShapeUtil<TeamShape> {
  static override type = 'team' as const
  static override props = teamProps

  override getDefaultProps(): TeamShape['props'] {
    return { ...UNDEFINED_TEAM.size, teamId: '', instanceId: '', teamType: UNDEFINED_TEAM.id }
  }

  override getGeometry({ props }: TeamShape): Geometry2d {
    const points = outlineOf(props.teamType, props).corners.map(({ x, y }) => new Vec(x, y))
    return new Polygon2d({ points, isFilled: true })
  }

  override component(shape: TeamShape): React.ReactNode {
    return <TeamView shape={shape} />
  }

  override indicator({ props }: TeamShape): React.ReactNode {
    return <path d={outlineOf(props.teamType, props).path} />
  }

  getIndicatorPath({ props }: TeamShape): Path2D {
    return new Path2D(outlineOf(props.teamType, props).path)
  }

  override onResize(shape: TeamShape, info: TLResizeInfo<TeamShape>): TeamShape {
    const resized = resizeBox(shape, info, { minWidth: 8, minHeight: 8 })
    return { ...resized, props: { ...resized.props, ...fitSize(shape.props.teamType, resized.props) } }
  }

  override toSvg({ props }: TeamShape, context: SvgExportContext): React.ReactElement {
    const facts = teamFactsOf(this.editor, props)
    embedFonts(this.editor, context, [facts.name, ...facts.loadLines.flat(), 'Unnamed team…'].join(''))
    return (
      <TeamDrawing
        facts={facts}
        size={props}
        detail="full"
        strong={teamContrast.get()}
        isOnDark={context.isDarkMode}
      />
    )
  }

  override getText({ props }: TeamShape): string {
    return teamFactsOf(this.editor, props).name
  }

  override getAriaDescriptor({ props }: TeamShape): string {
    const { name, type, load, people } = teamFactsOf(this.editor, props)
    const kind = type.id === 'undefined-team' ? 'Team, type not decided yet' : `${type.name} team`
    return toSentences([saidTeam(name), kind, people, load])
  }

  override canEdit(): boolean {
    return clientOf(this.editor).canEdit.get()
  }

  override canCrop(): boolean {
    return false
  }

  override canReceiveNewChildrenOfType(): boolean {
    return false
  }

  override hideRotateHandle(): boolean {
    return true
  }
}

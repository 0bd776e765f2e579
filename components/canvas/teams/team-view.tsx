import { HTMLContainer, SVGContainer, useEditor, useIsEditing, useValue } from 'tldraw'
import { teamTarget } from '@/lib/board/layout'
import type { TeamId } from '@/lib/ids'
import { teamContrast } from '../../board/colors/team-contrast'
import { landingsOf } from '../landing/landing'
import { mapDetailOf } from '../shapes/detail'
import { PAGE_PALETTE } from '../shapes/palette'
import { outlineOf } from '@/lib/teams/outline'
import { nameLettersPx, TeamDrawing } from './drawing/team-drawing'
import { teamFactsOf } from './team-facts'
import { TeamNameEditor } from './team-name-editor'
import type { TeamShape } from './team-shapes'
import { useDarkPage } from './use-dark-page'

const LIT_PX = 6

/** A team on the page; it answers a dragged card by lighting up. */
export function TeamView({ shape }: { readonly shape: TeamShape }): React.ReactNode {
  const editor = useEditor()
  const { props, id } = shape
  const isEditing = useIsEditing(id)
  const facts = useValue('team facts', () => teamFactsOf(editor, props), [editor, props])
  const detail = useValue('detail', () => mapDetailOf(editor), [editor])
  const strong = useValue('strong', () => teamContrast.get(), [])
  const isOnDark = useDarkPage()
  const isPressable = useValue('pressable', () => editor.isIn('select'), [editor])
  const isTaking = useValue(
    'taking',
    () =>
      landingsOf(editor).some(
        ({ instanceId, placement }) =>
          (instanceId as string) === props.instanceId &&
          placement.target === teamTarget(props.teamId as TeamId),
      ),
    [editor, props],
  )
  return (
    <>
      <SVGContainer>
        {isTaking ? (
          <path
            d={outlineOf(props.teamType, props).path}
            fill="none"
            stroke={PAGE_PALETTE.accent}
            strokeOpacity={0.55}
            strokeWidth={2 * LIT_PX}
            strokeLinejoin="round"
          />
        ) : null}
        <TeamDrawing
          facts={facts}
          size={props}
          detail={detail}
          strong={strong}
          isOnDark={isOnDark}
          unnamed={isEditing}
          isPressable={isPressable}
        />
      </SVGContainer>
      {isEditing ? (
        <HTMLContainer>
          <TeamNameEditor
            teamId={props.teamId}
            shapeId={id}
            lettersPx={nameLettersPx(facts, props, detail)}
          />
        </HTMLContainer>
      ) : null}
    </>
  )
}

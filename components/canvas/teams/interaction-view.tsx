import { SVGContainer, useEditor, useValue } from 'tldraw'
import { teamContrast } from '../../board/colors/team-contrast'
import { mapDetailOf } from '../shapes/detail'
import { PAGE_PALETTE } from '../shapes/palette'
import { InteractionDrawing } from './drawing/interaction-drawing'
import { interactionFactsOf } from './interaction-facts'
import type { InteractionShape } from './team-shapes'
import { useDarkPage } from './use-dark-page'

/** An interaction on the page. */
export function InteractionView({ shape }: { readonly shape: InteractionShape }): React.ReactNode {
  const editor = useEditor()
  const facts = useValue('interaction facts', () => interactionFactsOf(editor, shape), [editor, shape])
  const detail = useValue('detail', () => mapDetailOf(editor), [editor])
  const strong = useValue('strong', () => teamContrast.get(), [])
  const isOnDark = useDarkPage()
  return (
    <SVGContainer>
      <InteractionDrawing
        facts={facts}
        size={shape.props}
        rotation={shape.rotation}
        detail={detail}
        strong={strong}
        isOnDark={isOnDark}
        palette={PAGE_PALETTE}
      />
    </SVGContainer>
  )
}

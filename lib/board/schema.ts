import { createTLSchema, defaultShapeSchemas, type TLSchema } from '@tldraw/tlschema'
import { cardProps } from './shapes/card'
import { curvePlotProps } from './shapes/curve-plot'
import { interactionProps } from './shapes/interaction'
import { teamProps } from './shapes/team'
import { templateFrameProps } from './shapes/template-frame'

/** The type names of Contour's own shapes. They are derived and never stand among the records. */
export const OWN_SHAPES = {
  card: 'card',
  curvePlot: 'curve-plot',
  interaction: 'interaction',
  team: 'team',
  templateFrame: 'template-frame',
} as const

/** Makes the schema of the canvas store: the free shapes of tldraw without embeds and videos, and Contour's own. */
export function createBoardSchema(): TLSchema {
  const { arrow, bookmark, draw, frame, geo, group, highlight, image, line, note, text } = defaultShapeSchemas
  return createTLSchema({
    shapes: {
      ...{ arrow, bookmark, draw, frame, geo, group, highlight, image, line, note, text },
      [OWN_SHAPES.card]: { props: cardProps },
      [OWN_SHAPES.curvePlot]: { props: curvePlotProps },
      [OWN_SHAPES.interaction]: { props: interactionProps },
      [OWN_SHAPES.team]: { props: teamProps },
      [OWN_SHAPES.templateFrame]: { props: templateFrameProps },
    },
  })
}

/** The one schema that validators share; it is never changed. */
export const BOARD_SCHEMA: TLSchema = createBoardSchema()

/** The schema as a board's `meta` keeps it, so that a later version knows what to migrate from. */
export const SERIALIZED_SCHEMA = BOARD_SCHEMA.serialize()

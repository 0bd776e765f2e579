import { HEADING_PX, MARGIN_PX, type Template } from './template'

const SIZE_PX = { w: 1_840, h: 1_160 }
const GAP_PX = 24
const FLOW_PX = 70
const FOOTER_PX = 44
const CUSTOMERS_PX = 200

const TOP_PX = MARGIN_PX + HEADING_PX
const LEFT_W_PX = SIZE_PX.w - 2 * MARGIN_PX - CUSTOMERS_PX - GAP_PX
const FOOTER_Y_PX = SIZE_PX.h - MARGIN_PX - FOOTER_PX
const AREA_Y_PX = TOP_PX + FLOW_PX + GAP_PX

/** Teams along the flow of change, with the customers on the right. */
export const TEAM_MAP: Template = {
  id: 'team-map',
  name: 'Team map',
  prompt:
    'Which teams are there today, and how do they work with each other? Add yours, and say what type it is.',
  size: SIZE_PX,
  heading: { x: MARGIN_PX, y: MARGIN_PX, w: SIZE_PX.w - 2 * MARGIN_PX, h: HEADING_PX },
  plots: [],
  teamMap: {
    area: { x: MARGIN_PX, y: AREA_Y_PX, w: LEFT_W_PX, h: FOOTER_Y_PX - GAP_PX - AREA_Y_PX },
    flow: { x: MARGIN_PX, y: TOP_PX, w: LEFT_W_PX, h: FLOW_PX },
    customers: {
      x: SIZE_PX.w - MARGIN_PX - CUSTOMERS_PX,
      y: TOP_PX,
      w: CUSTOMERS_PX,
      h: FOOTER_Y_PX - GAP_PX - TOP_PX,
    },
    footer: { x: MARGIN_PX, y: FOOTER_Y_PX, w: SIZE_PX.w - 2 * MARGIN_PX, h: FOOTER_PX },
    note: 'For discussion. A snapshot of one moment, not an org chart.',
    attribution:
      'Team shapes after Team Topologies (teamtopologies.com), CC BY-SA 4.0 (creativecommons.org/licenses/by-sa/4.0), redrawn. Not affiliated.',
  },
}

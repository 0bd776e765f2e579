import type { BoardPicture } from './picture'

/** What a template is for shows only when something stands on it: examples for its picture, px from its corner. */
const EXAMPLE_TEAMS: Readonly<Record<string, BoardPicture['teams']>> = {
  'team-map': [
    { type: 'stream-aligned', x: 100, y: 250, w: 860, h: 140 },
    { type: 'stream-aligned', x: 100, y: 450, w: 860, h: 140 },
    { type: 'enabling', x: 1_040, y: 250, w: 120, h: 340 },
    { type: 'complicated-subsystem', x: 1_240, y: 420, w: 170, h: 170 },
    { type: 'platform', x: 100, y: 680, w: 1_310, h: 160 },
  ],
}

/** The picture of a template to choose it by: alone on a board, with something on it where it says nothing empty. */
export function drawTemplatePicture(templateId: string): BoardPicture {
  return {
    templates: [{ templateId, x: 0, y: 0 }],
    cards: [],
    teams: [...(EXAMPLE_TEAMS[templateId] ?? [])],
    notes: [],
    initiatives: 0,
    placed: 0,
  }
}

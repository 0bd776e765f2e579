const PREFIX = 'shape:lane-'

/** The id of the ghost card of somebody else's drag from the tray. */
export function laneCardId(clientId: number, initiativeId: string): string {
  return `${PREFIX}${clientId}-${initiativeId}`
}

/** Says whether a shape is such a ghost: shown, but nobody's to touch. */
export function isLaneCard(shapeId: string): boolean {
  return shapeId.startsWith(PREFIX)
}

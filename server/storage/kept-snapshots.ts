/** How many snapshots of one board stay, so that an older one can stand in for a damaged one. */
export const SNAPSHOTS_KEPT = 3

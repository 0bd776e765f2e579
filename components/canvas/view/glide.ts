/** How the view moves where a person asked for another; long enough for the eye to follow. */
export const GLIDE = { animation: { duration: 160 } }

/** How wide and high the canvas draws a sticky note that is not enlarged, before it grows for its words. */
export const NOTE_PX = 200

/** As many images as one transaction copies or erases, so that others wait for no more. */
export const IMAGES_AT_ONCE = 4

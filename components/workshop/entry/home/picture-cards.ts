export interface PictureCard {
  readonly title: string
  readonly x: number
  readonly who: string
  readonly colorSlot: number
}

/** The example each curve is explained by. */
export const PICTURE_CARDS: Readonly<Record<string, PictureCard>> = {
  sigmoid: { title: 'Loyalty programme', x: 0.52, who: 'Ana', colorSlot: 0 },
  'quick-taper': { title: 'Faster search', x: 0.42, who: 'Bo', colorSlot: 2 },
  linear: { title: 'Pay down old debt', x: 0.4, who: 'Carla', colorSlot: 4 },
  'quick-win-step': { title: 'Fix the double charge', x: 0.32, who: 'Deniz', colorSlot: 6 },
  'j-curve': { title: 'Open in a new country', x: 0.5, who: 'Emil', colorSlot: 7 },
  'delayed-step': { title: 'Replace the ledger', x: 0.46, who: 'Fatou', colorSlot: 5 },
}

/**
 * The twelve colours people are told apart by, in the order they are given out. They stay apart for colour-blind
 * eyes, and each carries its ink as text at 4.5:1. `components/ui/tokens.css` holds the same values.
 */
export const PERSON_COLORS: readonly { readonly fill: string; readonly ink: string }[] = [
  { fill: '#6d86d7', ink: '#1c1f26' },
  { fill: '#115501', ink: '#ffffff' },
  { fill: '#e46346', ink: '#1c1f26' },
  { fill: '#673081', ink: '#ffffff' },
  { fill: '#56c09f', ink: '#1c1f26' },
  { fill: '#901852', ink: '#ffffff' },
  { fill: '#dd9f42', ink: '#1c1f26' },
  { fill: '#6b57b1', ink: '#ffffff' },
  { fill: '#ba483f', ink: '#ffffff' },
  { fill: '#b6a5e2', ink: '#1c1f26' },
  { fill: '#915081', ink: '#ffffff' },
  { fill: '#b37697', ink: '#1c1f26' },
]

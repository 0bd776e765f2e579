import type { Curve } from './curve'
import { cubic, defineCurve, line } from './define-curve'
import { climb, sigmoid, step, taper } from './formulas'

/** The six shapes a group chooses from, in the order they are shown. */
export const CURVES: readonly Curve[] = [
  defineCurve({
    id: 'sigmoid',
    letter: 'A',
    name: 'Slow, fast, flat',
    meaning: 'Little at first, then a lot, then it levels off.',
    path: [
      cubic([0, 0], [0.267, 0.014], [0.317, 0.096], [0.45, 0.498]),
      cubic([0.45, 0.498], [0.599, 0.949], [0.647, 0.994], [1, 1]),
    ],
    y: sigmoid(12, 0.45),
    questions: [
      'What would we see first if the rise is about to start?',
      'Who notices that it levels off, and when do we look?',
      'What do the people do next once it is flat?',
      'What if the rise never comes?',
    ],
  }),
  defineCurve({
    id: 'quick-taper',
    letter: 'B',
    name: 'Fast first, then less and less',
    meaning: 'Most of the gain comes early; every further step adds less.',
    path: [
      cubic([0, 0], [0.082, 0.413], [0.186, 0.688], [0.35, 0.832]),
      cubic([0.35, 0.832], [0.494, 0.958], [0.687, 0.989], [1, 1]),
    ],
    y: taper(5),
    questions: [
      'What number makes us stop?',
      'What is the next best use of these people?',
      'Who will be sad when we stop?',
    ],
  }),
  defineCurve({
    id: 'linear',
    letter: 'C',
    name: 'Steady',
    meaning: 'Every bit of work brings about the same; there is no finish line.',
    path: [line([0, 0], [1, 1])],
    y: (x) => x,
    questions: [
      'What rate is enough?',
      'What happens in a quarter with none of it?',
      'Is it really steady, or does it taper and nobody looks?',
    ],
  }),
  defineCurve({
    id: 'quick-win-step',
    letter: 'D',
    name: 'One jump, done',
    meaning: 'One early gain; whatever is done after it adds nothing.',
    path: [
      line([0, 0], [0.09, 0]),
      cubic([0.09, 0], [0.11, 0], [0.13, 0.85], [0.15, 0.85]),
      line([0.15, 0.85], [1, 0.85]),
    ],
    y: step({ at: 0.12, width: 0.06, height: 0.85 }),
    questions: [
      'How sure are we that this is the cause?',
      'What would tempt us to go on after the jump?',
      'Why has nobody done it yet?',
    ],
  }),
  defineCurve({
    id: 'j-curve',
    letter: 'E',
    name: 'Long climb, late payoff',
    meaning: 'Much work before anything comes back; then a lot may come.',
    path: [
      cubic([0, 0], [0.313, 0.011], [0.506, 0.042], [0.65, 0.168]),
      cubic([0.65, 0.168], [0.814, 0.312], [0.918, 0.587], [1, 1]),
    ],
    y: climb(5),
    questions: [
      'Which belief, if wrong, sinks it?',
      'What is the cheapest test of that belief, and when do we run it?',
      'What is already useful if we stop at a third?',
      'Who may stop it?',
      'What else could have used this effort?',
    ],
  }),
  defineCurve({
    id: 'delayed-step',
    letter: 'F',
    name: 'Nothing until everything',
    meaning: 'No value until one threshold is crossed, then all of it.',
    path: [
      line([0, 0], [0.77, 0]),
      cubic([0.77, 0], [0.79, 0], [0.81, 1], [0.83, 1]),
      line([0.83, 1], [1, 1]),
    ],
    y: step({ at: 0.8, width: 0.06, height: 1 }),
    questions: [
      'Is it truly all or nothing, or is that a habit?',
      'What is the earliest crossing that would be useful?',
      'Which date or rule fixes the threshold?',
      'How likely are we to reach it, honestly?',
      'What breaks if we stop at 60 %?',
    ],
  }),
]

/** Finds a curve by its id; null where there is none. */
export function findCurve(id: string): Curve | null {
  return CURVES.find((curve) => curve.id === id) ?? null
}

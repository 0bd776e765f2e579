import { clamp } from '../clamp'

/** A formula of cumulative value over cumulative effort, both 0..1. */
export type Formula = (x: number) => number

/** Slow, then steep around `middle`, then flat; runs from 0 to 1. */
export function sigmoid(steepness: number, middle: number): Formula {
  const raw = (x: number): number => 1 / (1 + Math.exp(-steepness * (x - middle)))
  const [low, high] = [raw(0), raw(1)]
  return (x) => (raw(x) - low) / (high - low)
}

/** Fast at first, then less and less; runs from 0 to 1. */
export function taper(rate: number): Formula {
  return (x) => (1 - Math.exp(-rate * x)) / (1 - Math.exp(-rate))
}

/** Slow for long, then ever faster; runs from 0 to 1. */
export function climb(rate: number): Formula {
  return (x) => Math.expm1(rate * x) / Math.expm1(rate)
}

/** Nothing until `at`, then `height` within `width`. */
export function step({ at, width, height }: { at: number; width: number; height: number }): Formula {
  return (x) => {
    const t = clamp((x - (at - width / 2)) / width, 0, 1)
    return height * t * t * (3 - 2 * t)
  }
}

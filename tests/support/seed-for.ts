const GIVEN = process.env['CONTOUR_TEST_SEED']

/** The seed of a property test: the one it always has, or another for a hunt with `CONTOUR_TEST_SEED=…`. */
export function seedFor(usual: number): number {
  if (GIVEN === undefined) return usual
  const seed = Number(GIVEN)
  if (!Number.isSafeInteger(seed)) throw new Error(`CONTOUR_TEST_SEED is no whole number: ${GIVEN}`)
  process.stdout.write(`The seed is ${seed}.\n`)
  return seed
}

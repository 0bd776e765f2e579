import { readFileSync } from 'node:fs'

const { scripts } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  scripts: Record<'prestart' | 'start', `node ${string}`>
}

/** What node is given to start Contour, as `npm start` does it. */
export const START: readonly string[] = scripts.start.split(' ').slice(1)

/** What node is given before that. */
export const PRESTART: readonly string[] = scripts.prestart.split(' ').slice(1)

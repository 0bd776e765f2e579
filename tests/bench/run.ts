// `npm run bench`: measures what the budgets name, prints a table and writes `bench-results/latest.json`. Names of
// benches as arguments choose among them. Ends with 1 where a budget is missed, and with 2 where none is but some figure
// does not count.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from '@/server/build'
import { createLog } from '@/server/log'
import { findBrowser } from '../e2e/support/find-browser'
import { thisMachine } from '../e2e/support/machine'
import { REPOSITORY } from '../tools/source-files.mjs'
import { measureExport } from './export'
import { measureFirstCanvas } from './first-canvas'
import { measureGuard } from './guard'
import { measureImport } from './import'
import { measureRoom } from './room'
import { describeMachine } from './support/describe-machine'
import { countsForNothing, missesBudget, type Bench, type BenchWorld, type Figure } from './support/figure'
import { toTable } from './support/table'
import { measureTwoBrowsers } from './two-browsers'

const BENCHES: Readonly<Record<string, Bench>> = {
  guard: measureGuard,
  room: measureRoom,
  'first-canvas': measureFirstCanvas,
  import: measureImport,
  'two-browsers': measureTwoBrowsers,
  export: measureExport,
}

const EXIT = { missed: 1, uncounted: 2 } as const

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function findWorld(): Promise<BenchWorld> {
  const browser = await findBrowser(thisMachine(), say)
  if (!browser.ok) throw new Error(browser.error)
  say('Building the pages, unless they are current.')
  await ensureBuilt({ log: createLog('warn') })
  return { browserPath: browser.value, say: (line) => say(`  ${line}`) }
}

async function runBenches(names: readonly string[]): Promise<Record<string, readonly Figure[]>> {
  const world = await findWorld()
  const results: Record<string, readonly Figure[]> = {}
  for (const name of names) {
    say(`\n${name}`)
    const figures = (await BENCHES[name]?.(world)) ?? []
    results[name] = figures
    say(toTable(figures))
  }
  return results
}

const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  say(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`)
  process.exit(1)
}
const machine = describeMachine()
const benches = await runBenches(chosen.length > 0 ? chosen : Object.keys(BENCHES))
const folder = join(REPOSITORY, 'bench-results')
mkdirSync(folder, { recursive: true })
const report = { takenAt: new Date().toISOString(), ...machine, loadAfter: describeMachine().load, benches }
writeFileSync(join(folder, 'latest.json'), `${JSON.stringify(report, null, 2)}\n`)
const figures = Object.values(benches).flat()
const missed = figures.filter(missesBudget)
const uncounted = figures.filter(countsForNothing)
if (missed.length > 0) say(`\n${missed.length} budgets are missed.`)
for (const { name, invalid } of uncounted) say(`\nNot counted: ${name}, ${invalid}.`)
if (missed.length + uncounted.length === 0) say('\nEvery budget is held.')
process.exit(missed.length > 0 ? EXIT.missed : uncounted.length > 0 ? EXIT.uncounted : 0)

// `npm run bench`: measures what the budgets name, prints a table and writes `bench-results/latest.json`. Names of
// benches as arguments choose among them.
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
import { missesBudget, type Bench, type BenchWorld, type Figure } from './support/figure'
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
const missed = Object.values(benches).flat().filter(missesBudget)
say(missed.length === 0 ? '\nEvery budget is held.' : `\n${missed.length} budgets are missed.`)
process.exit(missed.length === 0 ? 0 : 1)

// `npm run bench:sync`: the same work on our server and on those one could take instead, side by side. Prints a table
// for each scenario, writes them as `bench-results/sync.md` and all numbers as `sync.json`. Names of scenarios as
// arguments choose among them; `--rounds=1` and `--only=contour,hocuspocus` make it shorter. Ends with 1 where a bar is
// missed, and with 2 where none is but some do not count.
import { fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '@/server/build'
import { createLog } from '@/server/log'
import { REPOSITORY } from '../../tools/source-files.mjs'
import { describeMachine } from '../support/describe-machine'
import { installPeers, peerVersions } from './install-peers'
import { canPin } from './running-server'
import type { ColumnId, Facts } from './scenario'
import { SCENARIOS, type ScenarioId } from './scenarios'
import { summarise, toComparison, uncountedIn, verdictsOf, type Summary } from './summary'
import type { TrialAnswer, TrialOrder } from './trial-process'

const ROUNDS = 3
const TRIAL_AT_MOST_MS = 180_000
const FIRST_SEED = 20_261_127
const EXIT = { missed: 1, uncounted: 2 } as const

const args = process.argv.slice(2)
const rounds = Number(valueOf('rounds') ?? ROUNDS)
const only = valueOf('only')?.split(',')
const chosen = args.filter((arg) => !arg.startsWith('--'))
const unknown = chosen.filter((name) => !(name in SCENARIOS))
if (unknown.length > 0) {
  say(`There is no scenario ${unknown.join(', ')}. There are: ${Object.keys(SCENARIOS).join(', ')}.`)
  process.exit(1)
}
const ids = (chosen.length > 0 ? chosen : Object.keys(SCENARIOS)) as ScenarioId[]

installPeers(say)
say('Building the pages, unless they are current.')
await ensureBuilt({ log: createLog('warn') })
const machine = describeMachine()
const summaries = Object.fromEntries(await runAll())
writeReport()
const missed = Object.values(summaries).flatMap(verdictsOf)
const uncounted = Object.values(summaries).flatMap(uncountedIn)
if (missed.length > 0) sayList('Missed', missed)
if (uncounted.length > 0)
  sayList('Not counted, as the load process was too busy: measure again on an idle machine', uncounted)
if (missed.length + uncounted.length === 0) say('\nEvery bar is held.')
process.exit(missed.length > 0 ? EXIT.missed : uncounted.length > 0 ? EXIT.uncounted : 0)

function sayList(head: string, lines: readonly string[]): void {
  say(`\n${head}:\n${lines.map((line) => `- ${line}`).join('\n')}`)
}

async function runAll(): Promise<[ScenarioId, Summary][]> {
  const results = new Map(ids.map((id) => [id, new Map<ColumnId, (Facts | string)[]>()]))
  for (let round = 0; round < rounds; round++) {
    for (const id of ids) {
      if (round >= (SCENARIOS[id].rounds ?? rounds)) continue
      for (const column of columnsOf(id)) {
        const startedAt = performance.now()
        const result = await runTrial({ scenario: id, column, seed: FIRST_SEED + round })
        const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
        say(`  ${id} ${column}, round ${round + 1}: ${typeof result === 'string' ? result : `${seconds} s`}`)
        const of = results.get(id)
        of?.set(column, [...(of.get(column) ?? []), result])
      }
    }
  }
  return ids.map((id) => {
    const summary = summarise(SCENARIOS[id], results.get(id) ?? new Map())
    say(`\n${toComparison(summary)}`)
    return [id, summary]
  })
}

function columnsOf(id: ScenarioId): readonly ColumnId[] {
  return SCENARIOS[id].columns.filter((column) => !only || only.includes(column))
}

/** Runs one trial; a sentence where it failed. */
function runTrial(order: TrialOrder): Promise<Facts | string> {
  const file = fileURLToPath(new URL('./trial-process.ts', import.meta.url))
  const child = fork(file, { execArgv: ['--import', 'tsx'], detached: true })
  return new Promise((resolve) => {
    const end = (result: Facts | string): void => {
      clearTimeout(overdue)
      child.removeAllListeners()
      resolve(result)
    }
    const overdue = setTimeout(() => {
      // With the server it started.
      process.kill(-(child.pid ?? 0), 'SIGKILL')
      end('failed: it took too long')
    }, TRIAL_AT_MOST_MS)
    let answer: TrialAnswer | null = null
    child.once('message', (told: TrialAnswer) => (answer = told))
    child.once('exit', (code) => end(toResult(answer, code)))
    child.send(order)
  })
}

function toResult(answer: TrialAnswer | null, code: number | null): Facts | string {
  if (answer === null) return `failed: the load process ended with ${String(code)}`
  return 'facts' in answer ? answer.facts : `failed: ${answer.problem}`
}

function writeReport(): void {
  const folder = join(REPOSITORY, 'bench-results')
  mkdirSync(folder, { recursive: true })
  const report = {
    takenAt: new Date().toISOString(),
    ...machine,
    loadAfter: describeMachine().load,
    rounds,
    firstSeed: FIRST_SEED,
    isServerPinned: canPin(),
    peers: peerVersions(),
    scenarios: summaries,
  }
  writeFileSync(join(folder, 'sync.json'), `${JSON.stringify(report, null, 2)}\n`)
  const tables = Object.values(summaries).map(toComparison)
  writeFileSync(join(folder, 'sync.md'), `${tables.join('\n\n')}\n`)
}

function valueOf(name: string): string | undefined {
  return args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

import { vi } from 'vitest'
import type { Role } from '@/lib/access/roles'
import { SeededRandom } from '../seeded-random'
import { ChaosActs } from './chaos-acts'
import { ChaosPerson } from './chaos-person'
import { LONGEST_DELAY_MS } from './lossy-line'
import { MortalServer } from './mortal-server'
import { seedClientIds } from './seeded-client-ids'

const NAMES = ['Fay', 'Ada', 'Bo', 'Sam', 'Vic'] as const
/** The roles that are never missing; the others are drawn. */
const ALWAYS: readonly Role[] = ['facilitator', 'participant', 'viewer']
const DRAWN: readonly [Role, ...Role[]] = ['facilitator', 'participant', 'participant', 'viewer']
/** How often each thing happens in every run, in an order that is left to chance. */
const SCHEDULE = { act: 136, cut: 10, reload: 5, role: 3, full: 2, death: 3, drain: 2 } as const
type Kind = keyof typeof SCHEDULE
const LONGEST_PAUSE_MS = 400
/** A person who is cut off may wait this long for the next try, and the server's grace comes on top. */
const CALM_MS = 60_000

/** What a run left behind. */
export interface ChaosOutcome {
  readonly server: MortalServer
  readonly people: readonly ChaosPerson[]
  /** How often each thing happened. */
  readonly happened: ReadonlyMap<string, number>
}

/**
 * Lets five people work on one board while lines break and servers die, then gives them time to find together again.
 * Everything, time too, follows from the seed. Whoever calls it has faked the timers, and stops the people.
 */
export async function runChaos(seed: number): Promise<ChaosOutcome> {
  const random = new SeededRandom(seed)
  const drawAgain = seedClientIds(new SeededRandom(random.below(2 ** 32)))
  try {
    return await run(random)
  } finally {
    drawAgain()
  }
}

async function run(random: SeededRandom): Promise<ChaosOutcome> {
  const server = new MortalServer(random)
  await server.found()
  server.start()
  const roles = drawRoles(random)
  const people = NAMES.map((name, at) => new ChaosPerson(name, roles[at] ?? 'viewer', { random, server }))
  const toggled = people.find(({ role }) => role === 'participant')
  if (!toggled) throw new Error('Nobody takes part.')
  const happened = new Map<string, number>()
  const note = (what: string): void => void happened.set(what, (happened.get(what) ?? 0) + 1)
  for (const { client } of people) client.start()
  await vi.advanceTimersByTimeAsync(2_000)
  const acts = new ChaosActs(random)
  for (const kind of shuffledSchedule(random)) {
    note(await happen(kind, { random, server, people, acts, toggled }))
    await vi.advanceTimersByTimeAsync(random.below(LONGEST_PAUSE_MS))
    for (const person of people) person.look()
  }
  server.isDiskFull = false
  server.setRole(toggled.name, toggled.role)
  await vi.advanceTimersByTimeAsync(CALM_MS)
  for (const person of people) person.look()
  return { server, people, happened }
}

interface World {
  readonly random: SeededRandom
  readonly server: MortalServer
  readonly people: readonly ChaosPerson[]
  readonly acts: ChaosActs
  /** Loses the right to edit and gets it back, over and over. */
  readonly toggled: ChaosPerson
}

const HAPPENINGS: Readonly<Record<Kind, (world: World, person: ChaosPerson) => unknown>> = {
  act: ({ acts }, person) => acts.act(person),
  cut: (_, person) => person.cut(),
  reload: (_, person) => person.reload(),
  role: ({ server, toggled: { name, role } }) =>
    server.setRole(name, server.roles.get(name) === 'viewer' ? role : 'viewer'),
  full: ({ server }) => (server.isDiskFull = !server.isDiskFull),
  death: (world) => die(world),
  drain: ({ server, people, random }) => drain(server, people, random),
}

async function happen(kind: Kind, world: World): Promise<string> {
  const person = world.people[world.random.below(world.people.length)]
  const what = person && (await HAPPENINGS[kind](world, person))
  return typeof what === 'string' ? what : kind
}

/** Who may do what is left to chance. */
function drawRoles(random: SeededRandom): readonly Role[] {
  const others = NAMES.slice(ALWAYS.length).map(() => random.pick(DRAWN))
  return shuffled([...ALWAYS, ...others], random)
}

function shuffledSchedule(random: SeededRandom): readonly Kind[] {
  const kinds = Object.keys(SCHEDULE) as Kind[]
  return shuffled(
    kinds.flatMap((kind) => Array.from({ length: SCHEDULE[kind] }, () => kind)),
    random,
  )
}

function shuffled<Value>(values: readonly Value[], random: SeededRandom): readonly Value[] {
  const drawn = values.map((value) => ({ value, at: random.next() }))
  return drawn.sort((one, other) => one.at - other.at).map(({ value }) => value)
}

/** Dies just when somebody may have been told that something is saved. */
async function die({ server, people, random, acts }: World): Promise<void> {
  for (const person of people) acts.act(person)
  await vi.advanceTimersByTimeAsync(random.below(3 * LONGEST_DELAY_MS))
  for (const person of people) person.look()
  server.die()
  for (const person of people) {
    person.cut(true)
    // Whoever closes the page now has nothing left that could be sent again.
    if (random.below(2) === 0) person.reload()
  }
  await startAgain(server, random)
}

async function drain(
  server: MortalServer,
  people: readonly ChaosPerson[],
  random: SeededRandom,
): Promise<void> {
  const drained = server.drain()
  await vi.advanceTimersByTimeAsync(6_000)
  await drained
  for (const person of people) person.cut(true)
  await startAgain(server, random)
}

async function startAgain(server: MortalServer, random: SeededRandom): Promise<void> {
  await vi.advanceTimersByTimeAsync(random.below(1_500))
  server.start()
}

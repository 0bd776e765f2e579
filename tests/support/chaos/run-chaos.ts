import { vi } from 'vitest'
import type { Role } from '@/lib/access/roles'
import { SeededRandom } from '../seeded-random'
import { ChaosActs } from './chaos-acts'
import { ChaosPerson } from './chaos-person'
import { LONGEST_DELAY_MS } from './lossy-line'
import { MortalServer } from './mortal-server'

const PEOPLE: readonly (readonly [name: string, role: Role])[] = [
  ['Fay', 'facilitator'],
  ['Ada', 'participant'],
  ['Bo', 'participant'],
  ['Sam', 'participant'],
  ['Vic', 'viewer'],
]
const ACTS = 160
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
  const server = new MortalServer(random)
  await server.found()
  server.start()
  const people = PEOPLE.map(([name, role]) => new ChaosPerson(name, role, { random, server }))
  const happened = new Map<string, number>()
  const note = (what: string): void => void happened.set(what, (happened.get(what) ?? 0) + 1)
  for (const { client } of people) client.start()
  await vi.advanceTimersByTimeAsync(2_000)
  const acts = new ChaosActs(random)
  for (let step = 0; step < ACTS; step++) {
    note(await happen({ random, server, people, acts }))
    await vi.advanceTimersByTimeAsync(random.below(LONGEST_PAUSE_MS))
    for (const person of people) person.look()
  }
  server.isDiskFull = false
  server.setRole('Sam', 'participant')
  await vi.advanceTimersByTimeAsync(CALM_MS)
  for (const person of people) person.look()
  return { server, people, happened }
}

interface World {
  readonly random: SeededRandom
  readonly server: MortalServer
  readonly people: readonly ChaosPerson[]
  readonly acts: ChaosActs
}

async function happen({ random, server, people, acts }: World): Promise<string> {
  const person = people[random.below(people.length)]
  const kind = random.below(100)
  if (!person) return 'nothing'
  if (kind < 85) return acts.act(person)
  if (kind < 91) {
    person.cut()
    return 'cut'
  }
  if (kind < 94) {
    person.reload()
    return 'reload'
  }
  if (kind < 96) {
    server.setRole('Sam', server.roles.get('Sam') === 'viewer' ? 'participant' : 'viewer')
    return 'role'
  }
  if (kind === 96) {
    server.isDiskFull = !server.isDiskFull
    return 'full'
  }
  return kind < 99 ? die({ random, server, people, acts }) : drain(server, people, random)
}

/** Dies just when somebody may have been told that something is saved. */
async function die({ server, people, random, acts }: World): Promise<string> {
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
  return 'death'
}

async function drain(
  server: MortalServer,
  people: readonly ChaosPerson[],
  random: SeededRandom,
): Promise<string> {
  const drained = server.drain()
  await vi.advanceTimersByTimeAsync(6_000)
  await drained
  for (const person of people) person.cut(true)
  await startAgain(server, random)
  return 'drain'
}

async function startAgain(server: MortalServer, random: SeededRandom): Promise<void> {
  await vi.advanceTimersByTimeAsync(random.below(1_500))
  server.start()
}

import { expect, test } from 'vitest'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { Allowance, PersonAllowances } from '@/server/sync/socket/allowance'

test('a person has a few times the rates of one socket, however many sockets come and go', () => {
  const allowances = new PersonAllowances()
  const spend = (person: string, amount: number): number =>
    allowances.of(person as PersonId, 0).spend('updateBytes', amount, 0).waitMs
  const burst = LIMITS.PERSON_RATE_TIMES * LIMITS.UPDATE_BYTES
  expect([spend('ada', burst), spend('ada', 1) > 0, spend('ben', burst)]).toEqual([0, true, 0])
})

test('whoever owes nothing any more is forgotten, and nobody else', () => {
  const allowances = new PersonAllowances()
  const [ada, ben, cleo] = ['ada', 'ben', 'cleo'].map((id) => id as PersonId) as [
    PersonId,
    PersonId,
    PersonId,
  ]
  const of = (personId: PersonId, now: number) => allowances.of(personId, now)
  const [atFirst, debtor, grower] = [of(ada, 0), of(ben, 0), of(cleo, 0)]
  atFirst.spend('updates', 1, 0)
  debtor.spend('updateBytes', 2 * LIMITS.SWEEP_EVERY_MS * LIMITS.UPDATE_BYTES_PER_SECOND, 0)
  grower.grow(LIMITS.GROWTH_STRUCTS_AT_ONCE, 0)
  const later = LIMITS.SWEEP_EVERY_MS
  expect([of(ada, later) === atFirst, of(ben, later) === debtor, of(cleo, later) === grower]).toEqual([
    false,
    true,
    true,
  ])
})

test('what made boards grow too fast is owed before anything else is taken, what is large only before what is large', () => {
  const ada = new PersonAllowances().of('ada' as PersonId, 0)
  ada.spend(
    'updateBytes',
    LIMITS.PERSON_RATE_TIMES * (LIMITS.UPDATE_BYTES + LIMITS.UPDATE_BYTES_PER_SECOND),
    0,
  )
  expect([ada.owedMs(0, false), ada.owedMs(0, true)]).toEqual([0, 1_000])
  ada.grow(LIMITS.GROWTH_STRUCTS_AT_ONCE, 0)
  expect(ada.owedMs(0, false)).toBe(0)
  ada.grow(5 * LIMITS.GROWTH_STRUCTS_PER_SECOND, 0)
  expect([ada.owedMs(0, false), ada.owedMs(0, true), ada.owedMs(4_000, false)]).toEqual([5_000, 5_000, 1_000])
})

test('what a person is told of boards is counted on all of them together', () => {
  const allowances = new PersonAllowances()
  const tell = (bytes: number): number => allowances.of('ada' as PersonId, 0).tell(bytes, 0)
  expect([tell(LIMITS.STATE_BYTES_AT_ONCE), tell(LIMITS.STATE_BYTES_PER_SECOND)]).toEqual([0, 1_000])
  expect(allowances.of('ben' as PersonId, 0).tell(LIMITS.STATE_BYTES_AT_ONCE, 0)).toBe(0)
})

test('what is little is what a person has not made boards grow by lately', () => {
  const ada = new PersonAllowances().of('ada' as PersonId, 0)
  const most = LIMITS.LITTLE_GROWTH_STRUCTS_AT_ONCE
  expect([ada.isLittle(most, 0), ada.isLittle(most + 1, 0)]).toEqual([true, false])
  ada.grow(most, 0)
  const isLittle = ada.isLittle(1, 0)
  expect([isLittle, ada.isLittle(LIMITS.LITTLE_GROWTH_STRUCTS_PER_SECOND, 1_000)]).toEqual([false, true])
})

test('whoever wrote more than little is remembered until it may be as much again', () => {
  const allowances = new PersonAllowances()
  const ada = allowances.of('ada' as PersonId, 0)
  ada.grow(2 * LIMITS.LITTLE_GROWTH_STRUCTS_AT_ONCE, 0)
  expect(allowances.of('ada' as PersonId, LIMITS.SWEEP_EVERY_MS)).toBe(ada)
})

test('whoever was over a rate twice, and calm between, is as welcome as anybody; whoever never was is not', () => {
  const isMuch = (allowance: Allowance, now: number) =>
    allowance.spend('updateBytes', 2 * LIMITS.UPDATE_BYTES, now).isHopeless
  const [calm, restless] = [new Allowance(0), new Allowance(0)]
  const later = 2 * LIMITS.OVER_RATE_CUTOFF_MS
  expect([isMuch(calm, 0), isMuch(restless, 0)]).toEqual([false, false])
  for (let now = 500; now < later; now += 500)
    restless.spend('updateBytes', LIMITS.UPDATE_BYTES_PER_SECOND / 2, now)
  expect([isMuch(calm, later), isMuch(restless, later)]).toEqual([false, true])
})

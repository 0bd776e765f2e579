import fc from 'fast-check'
import type { TLRecord } from '@tldraw/tlschema'
import { expect, test } from 'vitest'
import { createRecords } from '@/lib/board/operations/records'
import { authorOf, copyOf, geoRecord, seededBoard, syncBoards } from '../support/boards/board-builders'
import { standAt, type CanvasStand } from '../unit/components/board/support/canvas-stand'

const PAGE = 'page:page'
const MOST_OFF_PX = 0.5

/** Where a shape is on the page and how it is turned there. */
interface Spot {
  readonly x: number
  readonly y: number
  readonly turn: number
}
const ORIGIN: Spot = { x: 0, y: 0, turn: 0 }

const px = fc.integer({ min: -800, max: 800 })
const turn = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true })
const shape = fc.record({ x: px, y: px, turn, parent: fc.nat(), isCarried: fc.boolean() })
type Drawn = typeof shape extends fc.Arbitrary<infer One> ? One : never
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('move' as const), dx: px, dy: px }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('hang' as const), which: fc.nat(), on: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('turn another' as const), which: fc.nat(), turn }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('rest a second' as const) }) },
)
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

/** Two people on one board: one carries some shapes, the other looks on. Nothing carried lies in something carried. */
class Scene {
  readonly hand: CanvasStand
  readonly eyes: CanvasStand
  readonly ids: readonly string[]
  readonly carried: readonly string[]
  private readonly free: readonly string[]
  private readonly spots: Map<string, Spot>

  constructor(shapes: readonly Drawn[]) {
    this.ids = shapes.map((_, at) => `shape:s${at}`)
    // Each lies on the page or in one that came before it.
    const parents = shapes.map(({ parent }, at) => this.ids[(parent % (at + 1)) - 1] ?? PAGE)
    const isInside = (id: string, others: readonly string[]): boolean =>
      id !== PAGE && (others.includes(id) || isInside(parents[this.ids.indexOf(id)] ?? PAGE, others))
    const carried: string[] = []
    shapes.forEach(({ isCarried }, at) => {
      if (isCarried && !isInside(parents[at] ?? PAGE, carried)) carried.push(`shape:s${at}`)
    })
    const board = seededBoard()
    const records = shapes.map(({ x, y, turn: rotation }, at) =>
      geoRecord(`shape:s${at}`, { x, y, rotation, parentId: parents[at] ?? PAGE, index: `a${at + 1}` }),
    )
    createRecords(board, authorOf('ada'), records)
    this.hand = standAt(board)
    this.eyes = standAt(copyOf(board, 9), 'bo', this.hand.clock)
    this.carried = carried
    this.free = this.ids.filter((id) => !isInside(id, carried))
    this.spots = new Map(carried.map((id) => [id, spotOf(this.hand, id)]))
    this.hand.begin('moving', carried)
  }

  async play(one: Act): Promise<void> {
    if (one.does === 'move') this.moveSpots(one)
    if (one.does === 'turn another') {
      const place = this.hand.store.get((this.free[one.which % this.free.length] ?? '') as TLRecord['id'])
      if (place?.typeName === 'shape') {
        const unit = [place.parentId, place.x, place.y, one.turn]
        this.eyes.board.records.get(place.id)?.set('place', unit)
        await this.pass()
      }
    }
    if (one.does === 'rest a second') await this.hand.clock.advance(1_000)
    this.putUnderTheHand(one)
    await this.pass()
  }

  /** Everything said by the one reaches the other, and is drawn. */
  async pass(): Promise<void> {
    await this.hand.clock.advance(50)
    syncBoards(this.hand.board, this.eyes.board)
    for (const frame of this.hand.told.splice(0)) this.eyes.lane.receive(1, frame)
    await this.hand.clock.advance(50)
  }

  expectSameSight(): void {
    for (const id of this.ids) {
      const [mine, theirs] = [spotOf(this.hand, id), spotOf(this.eyes, id)]
      expect(Math.hypot(mine.x - theirs.x, mine.y - theirs.y), id).toBeLessThan(MOST_OFF_PX)
    }
  }

  stop(): void {
    this.hand.stop()
    this.eyes.stop()
  }

  private moveSpots({ dx, dy }: { dx: number; dy: number }): void {
    for (const [id, spot] of this.spots) this.spots.set(id, { ...spot, x: spot.x + dx, y: spot.y + dy })
  }

  /** As the canvas's own tool does: on the page the shapes are where the hand has them, whatever they hang on by now. */
  private putUnderTheHand(one: Act): void {
    const { hand, carried, free } = this
    const puts = carried.map((id, number) => {
      const isHung = one.does === 'hang' && one.which % carried.length === number
      const record = hand.shape(id)
      const parentId = isHung ? ([PAGE, ...free][one.on % (free.length + 1)] ?? PAGE) : record.parentId
      return { ...record, ...fieldsAt(hand, parentId, this.spots.get(id) ?? ORIGIN) }
    })
    hand.store.put(puts)
    hand.router.flush()
  }
}

function spotOf({ store }: Pick<CanvasStand, 'store'>, id: string): Spot {
  const found = store.get(id as TLRecord['id'])
  if (found?.typeName !== 'shape') return ORIGIN
  const around = spotOf({ store }, found.parentId)
  const [far, way] = [Math.hypot(found.x, found.y), Math.atan2(found.y, found.x) + around.turn]
  return {
    x: around.x + far * Math.cos(way),
    y: around.y + far * Math.sin(way),
    turn: around.turn + found.rotation,
  }
}

/** What a shape's own fields have to be so that it is at a spot of the page. */
function fieldsAt(stand: CanvasStand, parentId: string, spot: Spot): object {
  const around = spotOf(stand, parentId)
  const [dx, dy] = [spot.x - around.x, spot.y - around.y]
  const [far, way] = [Math.hypot(dx, dy), Math.atan2(dy, dx) - around.turn]
  return { parentId, x: far * Math.cos(way), y: far * Math.sin(way), rotation: spot.turn - around.turn }
}

test('others see every shape where the hand has it, whatever it lies in and however that is turned', async () => {
  let seenInside = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(shape, { minLength: 2, maxLength: 8 }),
      fc.array(act, { minLength: 1, maxLength: 8 }),
      async (shapes, acts) => {
        const scene = new Scene(shapes)
        for (const one of acts) {
          await scene.play(one)
          scene.expectSameSight()
          seenInside += scene.carried.filter((id) => scene.hand.shape(id).parentId !== PAGE).length
        }
        scene.hand.end()
        await scene.pass()
        scene.expectSameSight()
        scene.stop()
      },
    ),
    { numRuns: 60, seed: 20_261_122 },
  )
  expect(seenInside).toBeGreaterThan(100)
})

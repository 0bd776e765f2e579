import { expect, it } from 'vitest'
import { cameraShowing, glideTo, viewFollowed, type SeenPage } from '@/lib/moving/follow-view'

const view = (x: number) => ({ x, y: 0, w: 100, h: 50 })
const page = (personId: string, x: number, more: Partial<SeenPage> = {}): SeenPage => ({
  user: { personId },
  camera: view(x),
  ...more,
})
const following = (personId: string, pages: readonly SeenPage[]) =>
  viewFollowed(pages, { me: 'me', personId })

it('goes where the person followed looks', () => {
  expect(following('ada', [page('kim', 1), page('ada', 2)])).toEqual(view(2))
})

it('goes along with whom they follow, so that a chain has one view', () => {
  const pages = [page('ada', 1, { following: 'kim' }), page('kim', 2, { following: 'bo' }), page('bo', 3)]
  expect(following('ada', pages)).toEqual(view(3))
})

it('stays where it is when following leads back to me, or round in a circle', () => {
  expect(following('ada', [page('ada', 1, { following: 'me' })])).toBeNull()
  const ring = [page('ada', 1, { following: 'kim' }), page('kim', 2, { following: 'ada' })]
  expect(following('ada', ring)).toBeNull()
  expect(
    following('ada', [page('ada', 1, { following: 'kim' }), page('kim', 2, { following: 'me' })]),
  ).toBeNull()
})

it('takes their own view when the person they follow is not here', () => {
  expect(following('ada', [page('ada', 1, { following: 'gone' })])).toEqual(view(1))
})

it('has no view of somebody who is not here or looks at nothing yet', () => {
  expect(following('ada', [])).toBeNull()
  expect(following('ada', [{ user: { personId: 'ada' } }])).toBeNull()
})

it('follows the page in use of somebody who has two', () => {
  const pages = [page('ada', 1, { idle: true }), page('ada', 2), page('ada', 3, { cursor: { x: 0, y: 0 } })]
  expect(following('ada', pages)).toEqual(view(3))
  expect(following('ada', pages.slice(0, 2))).toEqual(view(2))
})

const ZOOMS = { least: 0.05, most: 8 }

it('shows all of a view, its middle in the middle, on a screen of another form', () => {
  const camera = cameraShowing({ x: 100, y: 200, w: 400, h: 200 }, { w: 800, h: 800 }, ZOOMS)
  expect(camera.z).toBe(2)
  const middle = { x: (300 + camera.x) * camera.z, y: (300 + camera.y) * camera.z }
  expect(middle).toEqual({ x: 400, y: 400 })
})

it('stays within the zooms there are', () => {
  expect(cameraShowing({ x: 0, y: 0, w: 1, h: 1 }, { w: 900, h: 900 }, ZOOMS).z).toBe(8)
  expect(cameraShowing({ x: 0, y: 0, w: 1e6, h: 1e6 }, { w: 900, h: 900 }, ZOOMS).z).toBe(0.05)
})

it('glides nearer with every picture and arrives', () => {
  const goal = { x: -300, y: 120, z: 0.5 }
  let camera = { x: 0, y: 0, z: 1 }
  for (let frame = 0; frame < 120; frame++) {
    const next = glideTo(camera, goal, 16)
    expect(Math.abs(next.x - goal.x)).toBeLessThanOrEqual(Math.abs(camera.x - goal.x))
    camera = next
  }
  expect(camera).toEqual(goal)
})

import { describe, expect, it } from 'vitest'
import { cardShapeId, placementKey, type Instance } from '@/lib/board/layout'
import { layoutCards } from '@/lib/board/places/cards/layout-cards'
import { placementAt } from '@/lib/board/places/placement'
import type { InitiativeId, InstanceId, PersonId } from '@/lib/ids'
import { findCurve } from '@/lib/curves/catalogue'
import { standTemplates } from '@/lib/board/places/standing'
import { findTemplate, TEMPLATES } from '@/lib/templates/catalogue'
import type { Template } from '@/lib/templates/template'
import type { Box } from '@/lib/geometry/box'

const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h
const isApart = (one: Box, other: Box): boolean =>
  one.x + one.w <= other.x ||
  other.x + other.w <= one.x ||
  one.y + one.h <= other.y ||
  other.y + other.h <= one.y

const instanceOf = (template: Template): Instance => ({
  id: 'one' as InstanceId,
  templateId: template.id,
  place: [40, -20],
  createdBy: 'fay' as PersonId,
  createdAt: 1,
})

describe.each(TEMPLATES.map((template) => ({ template, id: template.id })))(
  'the template $id',
  ({ template }) => {
    const frame = { x: 0, y: 0, ...template.size }

    it('is found by its id, which no other has', () => {
      expect(findTemplate(template.id)).toBe(template)
      expect(TEMPLATES.filter(({ id }) => id === template.id)).toHaveLength(1)
      expect(template.id).toMatch(/^[a-z0-9-]{1,64}$/)
    })

    it('says what it is called and puts a question', () => {
      expect(template.name).not.toBe('')
      expect(template.prompt).toMatch(/[.?]$/)
    })

    it('keeps its heading and its parts inside its frame and apart', () => {
      const { teamMap } = template
      const parts = [
        template.heading,
        ...template.plots,
        ...(template.overlay ? [template.overlay] : []),
        ...(teamMap ? [teamMap.area, teamMap.flow, teamMap.customers, teamMap.footer] : []),
      ]
      for (const part of parts) expect(isInside(part, frame)).toBe(true)
      parts.forEach((part, at) => {
        for (const other of parts.slice(at + 1)) expect(isApart(part, other)).toBe(true)
      })
    })

    it('names curves of the catalogue, each once, with room for their marks', () => {
      for (const plot of template.plots) {
        expect(findCurve(plot.curveId)).not.toBeNull()
        expect(isInside(plot.inner, template.overlay ?? plot)).toBe(true)
        if (plot.rest) expect(isInside(plot.rest, plot)).toBe(true)
      }
      if (template.overlay) {
        for (const { inner } of template.plots) expect(inner).toEqual(template.overlay.inner)
      }
      expect(new Set(template.plots.map(({ curveId }) => curveId)).size).toBe(template.plots.length)
    })

    it('stands on a page where its instance stands', () => {
      expect(standTemplates([instanceOf(template)])[0]?.frame).toEqual({ x: 40, y: -20, ...template.size })
    })

    it('gives every card it takes the same place when that card is dropped where it stands', () => {
      const instance = instanceOf(template)
      const id = 'one' as InitiativeId
      const key = placementKey(id, instance.id)
      for (const { curveId } of template.plots) {
        for (const x of [0, 0.37, 1]) {
          const placement = { target: `curve:${curveId}`, x, dx: 0, dy: 0 }
          const card = layoutCards([instance], [[key, placement]]).get(cardShapeId(id, instance.id))
          if (!card) throw new Error('the card stands')
          const hold = { ...card.pin, on: placement.target }
          expect(placementAt([instance], card, hold)).toEqual({ instanceId: instance.id, placement })
        }
      }
      const bare = placementAt(
        [instance],
        { x: instance.place[0] + 2, y: instance.place[1] + 2 },
        { x: 0, y: 0 },
      )
      expect(bare).toMatchObject({ instanceId: instance.id, placement: { target: 'frame' } })
    })

    it('says whose shapes it draws, where it draws those of Team Topologies', () => {
      if (!template.teamMap) return
      expect(template.teamMap.attribution).toMatch(/teamtopologies\.com.*CC BY-SA 4\.0/)
      expect(template.teamMap.note).toMatch(/discussion.*snapshot.*not an org chart/)
      // The flow of change runs to the customers on the right.
      expect(template.teamMap.customers.x).toBeGreaterThan(template.teamMap.flow.x + template.teamMap.flow.w)
    })
  },
)

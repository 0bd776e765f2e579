import { describe, expect, it } from 'vitest'
import type { InstanceId, PersonId } from '@/lib/ids'
import { findCurve } from '@/lib/curves/catalogue'
import { standTemplates } from '@/lib/board/standing'
import { findTemplate, TEMPLATES } from '@/lib/templates/catalogue'
import type { Box } from '@/lib/templates/template'

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
        expect(isInside(plot.inner, plot)).toBe(true)
      }
      expect(new Set(template.plots.map(({ curveId }) => curveId)).size).toBe(template.plots.length)
    })

    it('stands on a page where its instance stands', () => {
      const instance = {
        id: 'one' as InstanceId,
        templateId: template.id,
        place: [40, -20] as const,
        createdBy: 'fay' as PersonId,
        createdAt: 1,
      }
      expect(standTemplates([instance])[0]?.frame).toEqual({ x: 40, y: -20, ...template.size })
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

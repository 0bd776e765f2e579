import { describe, expect, it } from 'vitest'
import type { MeasureIn } from '@/components/canvas/pictures/caption/caption-block'
import type { LegendEntry } from '@/components/canvas/pictures/caption/legend-of'
import { captionUnit, layOutHeading, layOutLegend } from '@/components/canvas/pictures/caption/caption-layout'

const halfSquare: MeasureIn =
  ({ sizePx }) =>
  (text) =>
    text.length * sizePx * 0.5
const team = (name: string) => ({ name, color: '#123456' })
const of = (entries: readonly LegendEntry[]) => ({ groups: [{ label: 'Teams', entries }], attributions: [] })

describe('captions', () => {
  it('grow with the picture, within reason', () => {
    expect(captionUnit(1_600)).toBe(1)
    expect(captionUnit(3_200)).toBe(2)
    expect(captionUnit(200)).toBe(0.75)
    expect(captionUnit(90_000)).toBe(4)
  })

  it('break a long title into at most three lines and stay inside their block', () => {
    const { texts, heightPx } = layOutHeading(
      { title: 'Verbesserungsmaßnahmen '.repeat(40), line: 'Selection · 4 March 2026' },
      400,
      halfSquare,
    )
    expect(texts).toHaveLength(4)
    expect(texts[2]?.text).toMatch(/…$/)
    for (const { text, sizePx, x, y } of texts) {
      expect(x + text.length * sizePx * 0.5).toBeLessThanOrEqual(400)
      expect(y).toBeLessThan(heightPx)
    }
  })

  it('take no room where there is nothing to say', () => {
    expect(layOutLegend({ groups: [], attributions: [] }, 1_600, halfSquare).heightPx).toBe(0)
  })

  it('keep every name of the legend inside the picture and beside its own colour', () => {
    const teams = Array.from({ length: 30 }, (_, at) => team(`Team number ${at}`))
    const { texts, swatches, heightPx } = layOutLegend(of(teams), 1_600, halfSquare)
    expect(texts[0]?.text).toBe('Teams')
    expect(swatches).toHaveLength(30)
    texts.slice(1).forEach(({ text, x, y, sizePx }, at) => {
      const swatch = swatches[at]
      expect(x + text.length * sizePx * 0.5).toBeLessThanOrEqual(1_600)
      expect(x - ((swatch?.x ?? 0) + (swatch?.sizePx ?? 0))).toBeCloseTo(7)
      expect(y).toBeLessThan(heightPx)
    })
  })

  it('keep to four rows, and to the picture, also where every name fills one', () => {
    const teams = Array.from({ length: 12 }, (_, at) => team(`${at}`.padEnd(60, 'long ')))
    const { texts, swatches } = layOutLegend(of(teams), 480, halfSquare)
    expect(new Set(texts.map(({ y }) => y)).size).toBe(4)
    expect(texts.at(-1)?.text).toBe(`and ${12 - swatches.length} more`)
    for (const { x, text, sizePx } of texts) expect(x + text.length * sizePx * 0.5).toBeLessThanOrEqual(480)
  })

  it('count the teams for which the legend has no room', () => {
    const teams = Array.from({ length: 200 }, (_, at) => team(`Team ${at}`))
    const { texts, swatches } = layOutLegend(of(teams), 800, halfSquare)
    const last = texts.at(-1)
    expect(last?.text).toBe(`and ${200 - swatches.length} more`)
    expect((last?.x ?? 0) + (last?.text.length ?? 0) * (last?.sizePx ?? 0) * 0.5).toBeLessThanOrEqual(800)
  })

  it('say whose work a template rests on below the legend', () => {
    const said = 'Shapes after Somebody, CC BY-SA 4.0'
    const { texts } = layOutLegend({ ...of([team('Web')]), attributions: [said] }, 1_600, halfSquare)
    expect(texts.map(({ text }) => text)).toEqual(['Teams', 'Web', said])
    expect(texts[2]?.y).toBeGreaterThan(texts[1]?.y ?? Infinity)
  })
})

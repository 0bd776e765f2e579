import type { Person } from './people'

/** What an SVG file says, read as a browser reads it. */
export function readSvg({ page }: Person, source: string) {
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml')
    const svg = parsed.documentElement
    const texts = [...svg.querySelectorAll('text')]
    const isForeign = (element: Element): boolean =>
      /^(script|img|iframe|parsererror)$/i.test(element.localName) ||
      [...element.attributes].some(
        ({ name, value }) => /^on/i.test(name) || (/href|src/.test(name) && !/^(data:|#)/.test(value)),
      )
    const legend: Record<string, string> = {}
    const places: Record<string, { x: number; y: number }> = {}
    for (const element of texts) {
      const shape = element.closest('g[transform^="matrix"]')
      const [, , , , x = 0, y = 0] = (shape?.getAttribute('transform')?.match(/-?[\d.]+/g) ?? []).map(Number)
      if (shape) places[element.textContent] = { x, y }
      const beside = [...(element.parentElement?.querySelectorAll('rect') ?? [])].find(
        (rect) =>
          Math.abs(rect.x.baseVal.value + rect.width.baseVal.value - Number(element.getAttribute('x'))) < 9 &&
          Math.abs(rect.y.baseVal.value - Number(element.getAttribute('y'))) < 20,
      )
      if (beside) legend[element.textContent] = beside.getAttribute('fill') ?? ''
    }
    const [x = 0, y = 0, w = 0, h = 0] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number)
    return {
      source: text,
      whole: svg.textContent,
      texts: texts.map((element) => element.textContent),
      foreign: [svg, ...svg.querySelectorAll('*')].filter(isForeign).map(({ localName }) => localName),
      size: { w: Number(svg.getAttribute('width')), h: Number(svg.getAttribute('height')) },
      view: { x, y, w, h },
      legend,
      places,
    }
  }, source)
}

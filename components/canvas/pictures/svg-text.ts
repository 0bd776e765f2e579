// Titles may hold anything; XML knows no way to write these, and one of them makes the whole file unreadable.
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Surrogate}]/gu

/** Takes out of a text what no XML file can hold. */
export function toXmlText(text: string): string {
  return text.replace(NOT_IN_XML, '')
}

/** The whole text of an SVG file. */
export function toSvgFile(svg: SVGSVGElement): string {
  return toXmlText(new XMLSerializer().serializeToString(svg))
}

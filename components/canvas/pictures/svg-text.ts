// Titles may hold anything; XML knows no way to write these, and one of them makes the whole file unreadable.
// eslint-disable-next-line no-control-regex
const NOT_IN_XML =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Takes out of a text what no XML file can hold. */
export function toXmlText(text: string): string {
  return text.replace(NOT_IN_XML, '')
}

/** The whole text of an SVG file. */
export function toSvgFile(svg: SVGSVGElement): string {
  return toXmlText(new XMLSerializer().serializeToString(svg))
}

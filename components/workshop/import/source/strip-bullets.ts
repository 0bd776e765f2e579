const BULLET = /^\s*(?:[-*•–]|\d{1,3}[.)])\s+/

/** Takes the bullets or numbers off a pasted list, where every line has one; anything else stays as it is. */
export function stripBullets(text: string): string {
  const lines = text.split(/\r\n|\r|\n/)
  const filled = lines.filter((line) => line.trim() !== '')
  if (filled.length === 0 || !filled.every((line) => BULLET.test(line))) return text
  return lines.map((line) => line.replace(BULLET, '')).join('\n')
}

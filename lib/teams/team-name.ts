/** A team's name as names are compared: without regard to case and to spaces around or between words. */
export function comparableName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en').normalize('NFC')
}

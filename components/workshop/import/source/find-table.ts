const NAME = /\.(csv|tsv|txt)$/i
const TYPE = /^text\/(csv|tab-separated-values|plain)$/

/** The first file that is a table by its name or type; null where none is. */
export function findTable(files: Iterable<File> | ArrayLike<File>): File | null {
  return Array.from(files).find(({ name, type }) => NAME.test(name) || TYPE.test(type)) ?? null
}

/** Puts methods of ours in place of the engine's; answers with what gives it its own back. */
export function replaceMethods<Part extends object, Name extends keyof Part>(
  part: Part,
  ours: Pick<Part, Name>,
): () => void {
  const names = Object.keys(ours) as Name[]
  const theirs = Object.fromEntries(names.map((name) => [name, part[name]]))
  Object.assign(part, ours)
  return () => void Object.assign(part, theirs)
}

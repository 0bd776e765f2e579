/** Makes the value of a key when it is first asked for, and answers with the same ever after. */
export function onePerKey<Key, Value>(create: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const made = known.get(key) ?? create(key)
    known.set(key, made)
    return made
  }
}

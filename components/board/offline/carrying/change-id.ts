const ID_DIGITS = 8

/** Names a change unlike any other of any page: the client id it was made under, and a number of its own there. */
export function toChangeId(clientId: number, number: number): string {
  return `${clientId.toString(36)}-${String(number).padStart(ID_DIGITS, '0')}`
}

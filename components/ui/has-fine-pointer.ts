/** Says whether this device has more than fingers: where it has not, nobody is told of keys, of scrolling or of dropping. */
export function hasFinePointer(): boolean {
  return window.matchMedia('(any-pointer: fine)').matches
}

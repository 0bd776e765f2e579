import { count } from '@/lib/text/count'

/** How many are here, me among them; without the server nobody else can be seen, which does not mean that they left. */
export function hereWords(people: number, isInTouch: boolean): string {
  if (!isInTouch) return 'Offline: no telling who is here'
  return people < 2 ? 'Only you are here' : `${count(people, 'person', 'people')} here`
}

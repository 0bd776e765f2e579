import type { Role } from '@/lib/access/roles'

interface RoleWords {
  readonly name: string
  /** What a person with this role may do, as said to that person. */
  readonly may: string
  /** What a link of this role gives away, as said to whoever shares it. */
  readonly gives: string
}

/** How the roles are spoken of. */
export const ROLE_WORDS: Record<Role, RoleWords> = {
  facilitator: {
    name: 'Facilitator',
    may: 'You steer: you may change everything on the board and share it.',
    gives:
      'May change everything, move the template and share the board. Give it only to people who run it with you.',
  },
  participant: {
    name: 'Participant',
    may: 'You take part: add initiatives, place and move cards, write and draw.',
    gives: 'May add initiatives, place and move cards, write and draw. The template stays where it is.',
  },
  viewer: {
    name: 'Viewer',
    may: 'You look on: you see everything as it happens, and change nothing.',
    gives: 'Sees everything as it happens, and changes nothing.',
  },
}

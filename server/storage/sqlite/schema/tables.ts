import type { Role } from '@/lib/access/roles'
import type { BoardId, PersonId } from '@/lib/ids'
import type { Departure } from '../../board-storage'

/** The tables as the newest migration leaves them. All times are Unix milliseconds. */
export interface Tables {
  boards: { id: BoardId; title: string; epoch: number; created_at: number; deleted_at: number | null }
  links: { secret_hash: string; board_id: BoardId; role: Role; created_at: number; expires_at: number | null }
  people: { id: PersonId; name: string; created_at: number }
  memberships: {
    board_id: BoardId
    person_id: PersonId
    role: Role
    color_slot: number
    joined_at: number
    opened_at: number | null
    /** Set while the person is no member any more; the row keeps their colour. */
    left_at: number | null
    /** How they left; null as well where that was before this was kept. */
    departure: Departure | null
  }
  update_log: { board_id: BoardId; epoch: number; seq: number; at: number; bytes: Uint8Array }
  client_ids: { board_id: BoardId; epoch: number; client_id: number; person_id: PersonId }
  changes: { board_id: BoardId; record: string; person_id: PersonId; at: number; seq: number }
  snapshots: { board_id: BoardId; epoch: number; upto_seq: number; bytes: Uint8Array; sha256: string }
  assets: {
    id: string
    board_id: BoardId
    type: string
    bytes: Uint8Array
    created_at: number
    /** 0 of images from before this was kept. */
    pixels: number
  }
  write_check: { id: number; count: number }
}

import { LIMITS } from '@/lib/sync/limits'
import type { AssetRoom } from '../storage/board-storage'

/** How many images one board may hold, and how many bytes of them. */
export const ASSET_ROOM: AssetRoom = { count: LIMITS.ASSETS_PER_BOARD, bytes: LIMITS.ASSETS_BYTES_PER_BOARD }

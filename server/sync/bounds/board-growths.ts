import { LIMITS } from '@/lib/sync/limits'
import { TokenBucket } from '../socket/token-bucket'
import { KeptPerBoard } from './kept-per-board'

const { BOARD_GROWTH_STRUCTS_PER_SECOND, BOARD_GROWTH_STRUCTS_AT_ONCE } = LIMITS

/** By how many structs each board may still grow. */
export class BoardGrowths extends KeptPerBoard<TokenBucket> {
  constructor() {
    super({
      begin: (now) => new TokenBucket(BOARD_GROWTH_STRUCTS_PER_SECOND, BOARD_GROWTH_STRUCTS_AT_ONCE, now),
      isWhole: (growth, now) => growth.isFull(now),
    })
  }
}

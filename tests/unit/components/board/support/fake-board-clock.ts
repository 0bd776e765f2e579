import type { Clock } from '@/components/board/sync/clock'
import { FakeClock } from '@/tests/support/fake-clock'

const FRAME_MS = 16

/** A clock whose pictures, too, are drawn only when the test moves it. */
export class FakeBoardClock extends FakeClock implements Clock {
  frame(run: () => void): () => void {
    return this.after(FRAME_MS, run)
  }
}

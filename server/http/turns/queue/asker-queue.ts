import { AskerRobin } from './asker-robin'
import type { Asker } from './asking'
import { FairQueue, type FairQueueOptions } from './fair-queue'

/** Makes a queue that is left in turns as `AskerRobin` gives them. */
export function createAskerQueue(options: FairQueueOptions): FairQueue<Asker> {
  return new FairQueue<Asker>(options, new AskerRobin())
}

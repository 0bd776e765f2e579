import type { Scenario } from './scenario'
import { HOT_ROOM } from './s1-hot-room'
import { PRESENCE } from './s2-presence'
import { MANY_ROOMS } from './s3-many-rooms'
import { COLD_LOAD } from './s4-cold-load'
import { SLOW_CONSUMER } from './s5-slow-consumer'
import { DURABILITY } from './s6-durability'
import { RESTART_STORM } from './s7-restart-storm'
import { ABUSE } from './s8-abuse'
import { GROWTH } from './s9-growth'

/** Every scenario by the name it is asked for with. */
export const SCENARIOS = {
  S1: HOT_ROOM,
  S2: PRESENCE,
  S3: MANY_ROOMS,
  S4: COLD_LOAD,
  S5: SLOW_CONSUMER,
  S6: DURABILITY,
  S7: RESTART_STORM,
  S8: ABUSE,
  S9: GROWTH,
} as const satisfies Record<string, Scenario>

export type ScenarioId = keyof typeof SCENARIOS

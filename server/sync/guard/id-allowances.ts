import { KeptPerBoard } from '../bounds/kept-per-board'
import { IdAllowance } from './id-allowance'

/** How many ids each person may still begin to use on each board. */
export class IdAllowances extends KeptPerBoard<IdAllowance> {
  constructor() {
    super({ begin: () => new IdAllowance(), isWhole: (ids, now) => ids.isWhole(now) })
  }
}

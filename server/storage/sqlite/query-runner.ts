import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite'
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Compilable } from 'kysely'
import { inTransaction } from './in-transaction'
import type { Tables } from './schema/tables'

/** Runs queries at once on one database: Kysely writes them, prepared statements carry them out. */
export interface QueryRunner {
  /** Builds queries only; it is not connected to anything. */
  readonly build: Kysely<Tables>
  readonly prepare: (sql: string) => StatementSyncInstance
  readonly all: <Row>(query: Compilable<Row>) => Row[]
  readonly first: <Row>(query: Compilable<Row>) => Row | null
  readonly run: (query: Compilable) => void
  readonly transaction: <Answer>(work: () => Answer) => Answer
}

/** Makes a runner for an open database; every statement is prepared once and kept. */
export function createQueryRunner(database: DatabaseSyncInstance): QueryRunner {
  const statements = new Map<string, StatementSyncInstance>()
  const prepare = (sql: string): StatementSyncInstance => {
    const kept = statements.get(sql)
    if (kept) return kept
    const statement = database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  // The rows have the shape that Kysely derived from the tables; the driver itself knows no types.
  const all = <Row>(query: Compilable<Row>): Row[] => {
    const { sql, parameters } = query.compile()
    return prepare(sql).all(...parameters) as Row[]
  }
  return {
    build: createBuilder(),
    prepare,
    all,
    first: (query) => all(query)[0] ?? null,
    run: (query) => {
      const { sql, parameters } = query.compile()
      prepare(sql).run(...parameters)
    },
    transaction: (work) => inTransaction(database, work),
  }
}

function createBuilder(): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (builder) => new SqliteIntrospector(builder),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
}

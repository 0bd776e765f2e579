import { join } from 'node:path'
import { announce, loadPeer } from './load-peer.mjs'

// With the database extension over SQLite, and everything else as it is by default: a document is stored whole, two
// seconds after the last change and ten at most. `viewer` as the token is what makes a reader of somebody.

const { Server } = loadPeer('@hocuspocus/server')
const { Database } = loadPeer('@hocuspocus/extension-database')
const { DatabaseSync } = loadPeer('@photostructure/sqlite')

const database = new DatabaseSync(join(process.env.BENCH_DATA ?? '', 'documents.sqlite'))
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
database.exec('CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, data BLOB NOT NULL)')
// It would be closed as soon as nothing but its statements is in use.
globalThis.openDatabase = database
const find = database.prepare('SELECT data FROM documents WHERE name = ?')
const keep = database.prepare('INSERT OR REPLACE INTO documents (name, data) VALUES (?, ?)')

const server = new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  stopOnSignals: false,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => find.get(documentName)?.data ?? null,
      store: async ({ documentName, state }) => void keep.run(documentName, state),
    }),
  ],
  async onAuthenticate({ token, connectionConfig }) {
    connectionConfig.readOnly = token === 'viewer'
  },
})
await server.listen()
announce(server.address.port)

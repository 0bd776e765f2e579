import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { announce, loadBeside, loadPeer } from './load-peer.mjs'

// As its example server does: version 3 keeps rooms in memory and writes those that changed to files every two
// seconds; version 5 writes each push to SQLite before it answers, here with the settings that survive a power cut.

const SAVE_EVERY_MS = 2_000
const isSqlite = process.env.BENCH_TLDRAW === '5'
const core = isSqlite ? 'tldraw-sync-core-5' : '@tldraw/sync-core'
const { TLSocketRoom, getTlsyncProtocolVersion, NodeSqliteWrapper, SQLiteSyncStorage } = loadPeer(core)
const { WebSocketServer } = loadPeer('ws')
const { DatabaseSync } = loadPeer('@photostructure/sqlite')
const schema = loadBeside(core, '@tldraw/tlschema').createTLSchema()
const folder = process.env.BENCH_DATA ?? ''
const log = { warn: () => undefined, error: () => undefined }

const rooms = new Map()

function openRoom(name) {
  const known = rooms.get(name)
  if (known) return known.room
  const entry = { room: null, isChanged: false }
  const onSessionRemoved = (room, { numSessionsRemaining }) => {
    if (numSessionsRemaining > 0) return
    rooms.delete(name)
    if (!isSqlite) void save(name, room)
    room.close()
  }
  entry.room = isSqlite
    ? new TLSocketRoom({ schema, log, onSessionRemoved, storage: openStorage(name) })
    : new TLSocketRoom({
        schema,
        log,
        onSessionRemoved,
        initialSnapshot: readSaved(name),
        onDataChange: () => (entry.isChanged = true),
      })
  rooms.set(name, entry)
  return entry.room
}

function openStorage(name) {
  const database = new DatabaseSync(join(folder, `${name}.sqlite`))
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  return new SQLiteSyncStorage({ sql: new NodeSqliteWrapper(database) })
}

function readSaved(name) {
  const file = join(folder, `${name}.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

function save(name, room) {
  return writeFile(join(folder, `${name}.json`), JSON.stringify(room.getCurrentSnapshot()))
}

setInterval(() => {
  for (const [name, entry] of rooms) {
    if (!entry.isChanged) continue
    entry.isChanged = false
    void save(name, entry.room)
  }
}, SAVE_EVERY_MS)

const http = createServer()
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
sockets.on('connection', (socket, request) => {
  const url = new URL(request.url, 'http://localhost')
  socket.on('error', () => undefined)
  openRoom(url.pathname.slice(1)).handleSocketConnect({
    sessionId: url.searchParams.get('sessionId'),
    socket,
    isReadonly: url.searchParams.get('role') === 'viewer',
  })
})
http.listen(Number(process.env.PORT), '127.0.0.1', () =>
  announce(http.address().port, {
    schema: schema.serialize(),
    protocolVersion: getTlsyncProtocolVersion(),
  }),
)

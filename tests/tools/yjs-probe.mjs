// Loads yjs the ways the server and its clients do: our modules named as arguments, then y-websocket and y-indexeddb.
// yjs itself complains on stderr when a second copy of it is loaded.
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

for (const file of process.argv.slice(2)) {
  if (file === '--second-copy') createRequire(import.meta.url)('yjs')
  else await import(pathToFileURL(resolve(file)).href)
}
await import('y-indexeddb')
const { WebsocketProvider } = await import('y-websocket')
const provider = new WebsocketProvider('ws://127.0.0.1:1', 'probe', new Y.Doc(), {
  connect: false,
  disableBc: true,
  WebSocketPolyfill: WebSocket,
})
provider.destroy()
process.stdout.write(`${provider.doc instanceof Y.Doc}\n`)
process.exit(0)

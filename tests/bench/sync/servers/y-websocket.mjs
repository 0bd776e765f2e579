import { createServer } from 'node:http'
import { announce, loadPeer } from './load-peer.mjs'

// As its README shows: sockets given to `setupWSConnection`. It keeps documents in LevelDB where YPERSISTENCE names a
// folder, and in memory where nothing does.

const { WebSocketServer } = loadPeer('ws')
const { setupWSConnection } = loadPeer('@y/websocket-server/utils')

const http = createServer()
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
sockets.on('connection', setupWSConnection)
http.listen(Number(process.env.PORT), '127.0.0.1', () => announce(http.address().port))

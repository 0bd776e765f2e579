import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'

// A WebSocket server that does nothing but pass on: the floor under everything measured over one. On `/echo` a frame
// goes back to its sender, elsewhere to everybody else.

const server: WebSocketServer = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })

server.on('listening', () => process.send?.({ port: (server.address() as AddressInfo).port }))
server.on('connection', (socket, request) => {
  socket.on('message', (data, isBinary) => {
    if (request.url === '/echo') return socket.send(data, { binary: isBinary })
    for (const other of server.clients) if (other !== socket) other.send(data, { binary: isBinary })
  })
})
process.on('disconnect', () => process.exit(0))

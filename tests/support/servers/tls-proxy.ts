import { createServer, type Server } from 'node:https'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { TEST_CERTIFICATE } from './tls-certificate'

/** A TLS proxy as an operator puts before Contour: it passes the Host on and upgrades through. */
export interface TlsProxy {
  readonly origin: string
  stop(): Promise<void>
}

/** Starts the proxy on a free loopback port with a certificate made for tests. */
export async function startTlsProxy(targetPort: () => number): Promise<TlsProxy> {
  const server = createServer(TEST_CERTIFICATE, (request, response) => {
    const { method, url, headers } = request
    const onward = httpRequest(
      { host: '127.0.0.1', port: targetPort(), method, path: url, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const onward = connect(targetPort(), '127.0.0.1', () => {
      onward.write(`${String(request.method)} ${String(request.url)} HTTP/1.1\r\n`)
      for (let at = 0; at < request.rawHeaders.length; at += 2) {
        onward.write(`${String(request.rawHeaders[at])}: ${String(request.rawHeaders[at + 1])}\r\n`)
      }
      onward.write('\r\n')
      onward.write(head)
      socket.pipe(onward).pipe(socket)
    })
    onward.on('error', () => socket.destroy())
    socket.on('error', () => onward.destroy())
  })
  const sockets = new Set<Duplex>()
  server.on('secureConnection', (socket: Duplex) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `https://127.0.0.1:${portOf(server)}`, stop: () => stop(server, sockets) }
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

/** Upgraded sockets are no longer the server's own; it would wait for them for ever. */
function stop(server: Server, sockets: ReadonlySet<Duplex>): Promise<void> {
  for (const socket of sockets) socket.destroy()
  return new Promise((resolve) => server.close(() => resolve()))
}

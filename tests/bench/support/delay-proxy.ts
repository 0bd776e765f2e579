import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A line to the server that takes its time. */
export interface DelayProxy {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string
  stop(): Promise<void>
}

/** Listens on a free port and passes everything on, each way so many milliseconds late, in order. */
export async function startDelayProxy(targetPort: number, delayMs: number): Promise<DelayProxy> {
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(targetPort, '127.0.0.1')
    for (const socket of [near, far]) {
      open.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => open.delete(socket))
    }
    passOn(near, far, delayMs)
    passOn(far, near, delayMs)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function passOn(from: Socket, to: Socket, delayMs: number): void {
  from.on('data', (chunk) => setTimeout(() => to.write(chunk), delayMs))
  from.on('close', () => setTimeout(() => to.destroy(), delayMs))
}

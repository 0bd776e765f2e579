/** As much of a network socket as is needed to see what went over it. */
export interface CountedSocket {
  readonly bytesRead: number
  readonly bytesWritten: number
  once(event: 'close', listener: () => void): unknown
}

/** Adds up the bytes of sockets. The sockets count by themselves: nothing is added to what they do per frame. */
export class Traffic {
  readonly #open = new Set<CountedSocket>()
  #ofClosed = { in: 0, out: 0 }

  /** Counts this socket from now on, also after it is closed. */
  watch(socket: CountedSocket): void {
    this.#open.add(socket)
    socket.once('close', () => {
      if (this.#open.delete(socket)) this.#ofClosed = plus(this.#ofClosed, socket)
    })
  }

  /** Bytes in and out of all sockets ever watched. */
  total(): { in: number; out: number } {
    return [...this.#open].reduce(plus, this.#ofClosed)
  }
}

function plus(sum: { in: number; out: number }, { bytesRead, bytesWritten }: CountedSocket) {
  return { in: sum.in + bytesRead, out: sum.out + bytesWritten }
}

import { orReport } from '../or-report'

type Hear = (this: WebSocket, event: MessageEvent) => unknown

/**
 * Hears the messages of a socket one after the other, and between two of them lets everything else of the page that waits
 * have its turn. Browsers would give it all that came while they were busy, one at once after the other: React takes fifty
 * such changes, before it drew what waits, for a circle, and throws in the midst of the next.
 */
export function givingWay(socket: WebSocket, hear: Hear): Hear {
  const waiting: MessageEvent[] = []
  let isOthersTurn = false
  const next = (): void => {
    isOthersTurn = false
    const event = waiting.shift()
    if (event) hearNow(event)
  }
  const hearNow = (event: MessageEvent): void => {
    isOthersTurn = true
    afterOthers(next)
    hear.call(socket, event)
  }
  const hearTheRest = (): void => {
    // As where each has a turn of its own, one that throws keeps nothing behind it from being heard.
    for (const event of waiting.splice(0)) orReport(() => hear.call(socket, event))
  }
  // What came before the goodbye is heard before it.
  socket.addEventListener('close', hearTheRest)
  return (event) => {
    if (isOthersTurn) waiting.push(event)
    else hearNow(event)
  }
}

/** No timer, which a browser holds back for a second in a page that nobody sees. */
function afterOthers(run: () => void): void {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    port1.close()
    run()
  }
  port2.postMessage(null)
}

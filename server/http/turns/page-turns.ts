import type { IncomingMessage, ServerResponse } from 'node:http'
import { LIMITS } from '@/lib/sync/limits'
import { toSenderAddress } from '../limits/sender-address'
import { FairQueue } from './fair-queue'

/** Files of the build: sent as they are, as fast as they are taken. */
const FILE_PATH = /^\/_next\/static\//

interface Asked {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/** Renders pages a few at a time: each takes a hundredth of a second in which no board of this process moves. */
export interface PageTurns {
  /** Renders when it is its turn, unless nobody waits for it any more. Refuses with `overloaded` where too many wait. */
  inTurn(asked: Asked, render: () => Promise<void>): Promise<void>
}

/** Makes the turns: they go round the networks that ask. */
export function createPageTurns({ isBehindProxy }: { readonly isBehindProxy: boolean }): PageTurns {
  const queue = new FairQueue<string>({
    atOnce: LIMITS.PAGES_AT_ONCE,
    waitingAtMost: LIMITS.PAGES_WAITING_PER_ADDRESS,
  })
  return {
    inTurn({ request, response }, render) {
      if (FILE_PATH.test(request.url ?? '')) return render()
      const address = toSenderAddress(request, isBehindProxy)
      return new Promise((resolve, reject) => {
        const work = async (): Promise<void> => {
          if (response.destroyed) return resolve()
          const rendered = render()
          rendered.then(resolve, reject)
          await endsInTime(rendered)
        }
        queue.run(address, work).catch(reject)
      })
    },
  }
}

/** Whoever reads a page slowly keeps nobody else from theirs. */
async function endsInTime(rendered: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, LIMITS.PAGE_TURN_MS)))
  await Promise.race([rendered.catch(() => undefined), late])
  clearTimeout(timer)
}

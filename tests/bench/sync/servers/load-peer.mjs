import { createRequire } from 'node:module'
import { join } from 'node:path'

// The peers are installed outside the packages of Contour: nothing of them is found by a plain import.

const fromPeers = createRequire(join(process.env.BENCH_PEERS ?? '', 'package.json'))

/** Loads a package of the peers; one copy each, whoever asks. */
export function loadPeer(name) {
  return fromPeers(name)
}

/** Loads what a package of the peers itself uses. */
export function loadBeside(peer, name) {
  return createRequire(fromPeers.resolve(peer))(name)
}

/** Tells the bench that this server listens, and what a client has to know of it. */
export function announce(port, more = {}) {
  process.send?.({ port, ...more })
}

process.on('disconnect', () => process.exit(0))

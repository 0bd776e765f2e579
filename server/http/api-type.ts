import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import type { UnfinishedBodies } from './limits/unfinished-bodies'

interface ApiEnv {
  Bindings: HttpBindings
  Variables: {
    /** The bodies that are coming to this server. */
    bodies: UnfinishedBodies
    /** The network a request comes from, as `toSenderAddress` says. */
    network: string
  }
}

/** The Hono application and the Node request behind each of its requests. */
export type Api = Hono<ApiEnv>

/** One request of it. */
export type ApiContext = Context<ApiEnv>

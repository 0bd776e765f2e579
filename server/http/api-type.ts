import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'

/** The Hono application and the Node request behind each of its requests. */
export type Api = Hono<{ Bindings: HttpBindings }>

/** One request of it. */
export type ApiContext = Context<{ Bindings: HttpBindings }>

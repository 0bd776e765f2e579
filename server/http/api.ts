import { Hono } from 'hono'
import { AppError } from '@/lib/errors'
import type { Api } from './api-type'
import { addCanvasAssets } from './images/canvas-assets'
import { SECURITY_HEADERS } from './headers'
import { UnfinishedBodies } from './limits/unfinished-bodies'
import type { ApiParts } from './parts'
import { readsWithBody } from './pages/page-door'
import { respondWithError } from './respond'
import { addAssetRoutes } from './routes/assets'
import { addBoardLifeRoutes } from './routes/board-life'
import { addBoardRoutes } from './routes/boards'
import { addDuplicateRoute } from './routes/duplicate'
import { addInitiativeRoutes } from './routes/initiatives'
import { addJoinRoutes } from './routes/join'
import { addLinkRoutes } from './routes/links'
import { addMeRoutes } from './routes/me'
import { addMemberRoutes } from './routes/members'
import { addPictureRoutes } from './routes/pictures'

/** Builds the HTTP API. Every answer that is not a success has the one error form. */
export function createApi(parts: ApiParts): Api {
  const api: Api = new Hono()
  api.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value)
    }
  })
  api.use(async (context, next) => {
    if (readsWithBody(context.env.incoming)) {
      context.header('connection', 'close')
      throw new AppError('too-large', 'a request that only reads brings a body')
    }
    await next()
  })
  const bodies = new UnfinishedBodies()
  api.use('/api/*', async (context, next) => {
    context.set('bodies', bodies)
    context.set('network', parts.asking.asker().network)
    await next()
  })
  api.use('/api/*', async (context, next) => {
    const changes = context.req.method !== 'GET' && context.req.method !== 'HEAD'
    const origin = parts.origin.isOwn(context.env.incoming.headers)
    if (
      origin === 'foreign' ||
      (changes && origin === 'missing' && isBrowser(context.req.header('sec-fetch-site')))
    ) {
      throw new AppError('foreign-origin', 'origin is not ours')
    }
    context.header('cache-control', 'no-store')
    await next()
  })
  let checking: Promise<void> | null = null
  api.get('/healthz', async (context) => {
    // Each is a write on the disk, and anybody may ask: those who ask meanwhile share one.
    checking ??= parts.asking.inNobodysName(() => parts.storage.check()).finally(() => (checking = null))
    await checking
    return context.json({ status: 'ok' })
  })
  addCanvasAssets(api)
  addBoardRoutes(api, parts)
  addBoardLifeRoutes(api, parts)
  addDuplicateRoute(api, parts)
  addLinkRoutes(api, parts)
  addMemberRoutes(api, parts)
  addMeRoutes(api, parts)
  addPictureRoutes(api, parts)
  addJoinRoutes(api, parts)
  addAssetRoutes(api, parts)
  addInitiativeRoutes(api, parts)
  api.notFound((context) => respondWithError(context, new AppError('not-found', 'no such route'), parts.log))
  api.onError((error, context) => respondWithError(context, error, parts.log))
  return api
}

/** A browser names the site a request comes from; a script without a browser carries no cookie to be misused. */
function isBrowser(fetchSite: string | undefined): boolean {
  return fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none'
}

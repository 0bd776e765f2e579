import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { dirname, extname, join, sep } from 'node:path'
import { AppError } from '@/lib/errors'
import type { Api } from '../api-type'

const PREFIX = '/canvas-assets/'
const ONE_DAY_S = 86_400
const TYPES: Readonly<Record<string, string>> = {
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
}

/** Serves the canvas engine's fonts, icons and translations from its package, so that no page asks another host. */
export function addCanvasAssets(api: Api): void {
  const root = dirname(createRequire(import.meta.url).resolve('@tldraw/assets/package.json'))
  api.get(`${PREFIX}*`, async (context) => {
    const path = join(root, decode(context.req.path.slice(PREFIX.length)))
    const type = TYPES[extname(path)]
    if (!path.startsWith(root + sep) || type === undefined)
      throw new AppError('not-found', 'no such canvas asset')
    const bytes = await readFile(path).catch((cause: unknown) => {
      throw new AppError('not-found', 'no such canvas asset', { cause })
    })
    return context.body(new Uint8Array(bytes), 200, {
      'content-type': type,
      'cache-control': `public, max-age=${ONE_DAY_S}`,
    })
  })
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (cause) {
    throw new AppError('not-found', 'address is not encoded as one', { cause })
  }
}

// The worker's first file. It is plain JavaScript because a worker of Node 20 cannot start on TypeScript: it teaches its
// own thread to read TypeScript, then hands over. The packages are read before that, three times as fast.
import { fileURLToPath } from 'node:url'
import '@photostructure/sqlite'
import 'kysely'
import { register } from 'tsx/esm/api'

register({ tsconfig: fileURLToPath(new URL('../../../../tsconfig.json', import.meta.url)) })
await import('./sqlite-worker.ts')

// The worker's first file, in plain JavaScript: it teaches its own thread to read TypeScript, then hands over.
import { fileURLToPath } from 'node:url'
import 'papaparse'
import { register } from 'tsx/esm/api'

register({ tsconfig: fileURLToPath(new URL('../../../tsconfig.json', import.meta.url)) })
await import('./upload-worker.ts')

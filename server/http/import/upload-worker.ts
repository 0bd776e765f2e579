// Runs in a worker thread and reads one list there.
import { parentPort, workerData } from 'node:worker_threads'
import type { ParsedRows } from '@/lib/import/parse-rows'
import type { Result } from '@/lib/result'
import { readUpload, type UnreadUpload } from './read-upload'

/** What the thread says: that it begins to read, then what it read. */
export type ThreadMessage = 'begun' | Result<ParsedRows, UnreadUpload>

const say = (message: ThreadMessage): void => parentPort?.postMessage(message)

say('begun')
say(readUpload(workerData as Uint8Array))

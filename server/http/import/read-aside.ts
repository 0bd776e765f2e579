import { Worker } from 'node:worker_threads'
import { AppError } from '@/lib/errors'
import type { ParsedRows } from '@/lib/import/parse-rows'
import type { Result } from '@/lib/result'
import { LIMITS } from '@/lib/sync/limits'
import { isQuickToRead } from './is-quick-to-read'
import { readUpload, type UnreadUpload } from './read-upload'
import type { ThreadMessage } from './upload-worker'

interface Reading {
  /** Ends when others need the turn in which it is read. */
  readonly turn?: AbortSignal
  /** How long it may take, once its thread has begun. */
  readonly readMs?: number
}

/**
 * Reads an uploaded list into rows, in a thread of its own unless it is sure to be quick: a list made to be slow to read
 * keeps nobody's board waiting, and a thread needs half a second to begin. Rejects with `list-too-slow` where that takes
 * longer than any honest list, with `too-large` where it takes more memory, and with `overloaded` where its thread does
 * not begin, or its turn ends.
 */
export async function readAside(
  bytes: Uint8Array,
  reading: Reading = {},
): Promise<Result<ParsedRows, UnreadUpload>> {
  return isQuickToRead(bytes) ? readUpload(bytes) : readInThread(new Uint8Array(bytes), reading)
}

function readInThread(
  own: Uint8Array<ArrayBuffer>,
  { turn, readMs = LIMITS.IMPORT_READ_MS }: Reading,
): Promise<Result<ParsedRows, UnreadUpload>> {
  if (turn?.aborted) return Promise.reject(new AppError('overloaded', 'its turn ended before it was read'))
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./upload-boot.mjs', import.meta.url), {
      execArgv: [],
      workerData: own,
      transferList: [own.buffer],
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.IMPORT_READ_MB },
    })
    const end = (): void => {
      clearTimeout(overdue)
      turn?.removeEventListener('abort', crowdOut)
      void worker.terminate()
    }
    const refuse = (code: 'overloaded' | 'list-too-slow' | 'too-large', reason: string, cause?: unknown) => {
      end()
      reject(new AppError(code, reason, { cause }))
    }
    const crowdOut = (): void => refuse('overloaded', 'others waited while the list was read')
    // However busy the machine is: that its thread begins late is not the fault of the list.
    const beLate = (): void => refuse('overloaded', 'the thread that reads did not begin')
    let overdue = setTimeout(beLate, LIMITS.IMPORT_BEGIN_MS)
    turn?.addEventListener('abort', crowdOut)
    worker.on('message', (said: ThreadMessage) => {
      clearTimeout(overdue)
      if (said === 'begun')
        return void (overdue = setTimeout(() => refuse('list-too-slow', 'the list is slow to read'), readMs))
      end()
      resolve(said)
    })
    worker.once('error', (cause) => refuse('too-large', 'the list could not be read', cause))
    worker.once('exit', (code) => refuse('too-large', `the thread that reads ended with ${code}`))
  })
}

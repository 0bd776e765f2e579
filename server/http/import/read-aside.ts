import { Worker } from 'node:worker_threads'
import { AppError } from '@/lib/errors'
import type { ParsedRows } from '@/lib/import/parse-rows'
import type { Result } from '@/lib/result'
import { LIMITS } from '@/lib/sync/limits'
import { isQuickToRead } from './is-quick-to-read'
import { readUpload, type UnreadUpload } from './read-upload'

/**
 * Reads an uploaded list into rows, in a thread of its own unless it is sure to be quick: a list made to be slow to read
 * keeps nobody's board waiting, and a thread needs half a second to begin. Rejects with `too-large` where that takes longer, or more memory, than any honest list.
 */
export async function readAside(bytes: Uint8Array): Promise<Result<ParsedRows, UnreadUpload>> {
  return isQuickToRead(bytes) ? readUpload(bytes) : readInThread(new Uint8Array(bytes))
}

function readInThread(own: Uint8Array<ArrayBuffer>): Promise<Result<ParsedRows, UnreadUpload>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./upload-boot.mjs', import.meta.url), {
      execArgv: [],
      workerData: own,
      transferList: [own.buffer],
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.IMPORT_READ_MB },
    })
    const end = (): void => {
      clearTimeout(overdue)
      void worker.terminate()
    }
    const fail = (cause: unknown): void => {
      end()
      reject(new AppError('too-large', 'the list could not be read', { cause }))
    }
    const overdue = setTimeout(() => fail('it took too long'), LIMITS.IMPORT_READ_MS)
    worker.once('message', (read: Result<ParsedRows, UnreadUpload>) => {
      end()
      resolve(read)
    })
    worker.once('error', fail)
    worker.once('exit', (code) => fail(`the thread ended with ${code}`))
  })
}

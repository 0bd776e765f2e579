// Runs in a worker thread and owns the database there, so that waiting for the disk never halts a room.
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { MessagePort } from 'node:worker_threads'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { StorageSize, UpdateBatch } from '../../board-storage'
import { AppendGroup } from '../append-group'
import { createAssetCalls } from '../calls/asset-calls'
import { createBoardCalls } from '../calls/board-calls'
import { createDocumentCalls } from '../calls/document-calls'
import { createLinkCalls } from '../calls/link-calls'
import { createMemberCalls } from '../calls/member-calls'
import { DatabaseStamp } from '../database-stamp'
import { FilesInPlace } from '../files-in-place'
import { FILE_NAME, openDatabase } from '../open-database'
import { listBuffers } from './own-bytes'
import { createPeopleCalls } from '../calls/people-calls'
import { createQueryRunner, type QueryRunner } from '../query-runner'
import { isSteps, StepRunner } from '../step-runner'
import { createSnapshots } from '../calls/snapshots'
import { isReadingCall, type DatabasePlace, type Failure, type StorageCalls } from '../storage-calls'
import type { WorkerReport, WorkerRequest } from '../storage-calls'
import type { StorageLog } from '../storage-log'
import { requireDiskRoom } from '../disk-room'
import { createUpdateLog } from '../calls/update-log'
import { createVisitCalls } from '../calls/visit-calls'

function createCalls(database: DatabaseSyncInstance, directory: string, log: StorageLog): StorageCalls {
  const runner = createQueryRunner(database)
  const updateLog = createUpdateLog(runner)
  const boards = createBoardCalls({
    runner,
    log: updateLog,
    requireRoom: (bytes) => requireDiskRoom(directory, bytes),
  })
  const people = createPeopleCalls(runner)
  const members = createMemberCalls(runner)
  return {
    // A real write: taking the lock alone succeeds on a full disk.
    check: () => {
      runner.run(
        runner.build.updateTable('write_check').set((column) => ({ count: column('count', '+', 1) })),
      )
    },
    measure: () => measure(runner),
    ...boards,
    ...createLinkCalls(runner),
    ...people,
    ...members,
    ...createVisitCalls(runner, { ...boards, ...people, ...members }),
    ...createDocumentCalls(runner, updateLog, createSnapshots(runner, log)),
    ...createAssetCalls(runner),
  }
}

const MEASURE = `
  SELECT (SELECT count(*) FROM boards) AS boards,
    (p.page_count - f.freelist_count) * s.page_size AS bytes
  FROM pragma_page_count p, pragma_freelist_count f, pragma_page_size s`

function measure({ prepare }: QueryRunner): StorageSize {
  const { boards, bytes } = prepare(MEASURE).get() as StorageSize
  return { boards, bytes }
}

function toFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error) }
  if (!('sqliteCodeName' in error)) return { message: error.message }
  return { message: error.message, sqliteCode: String(error.sqliteCodeName) }
}

function serve(port: MessagePort, database: DatabaseSyncInstance, directory: string): void {
  const report = (message: WorkerReport): void => port.postMessage(message)
  const reportAnswer = (id: number, answer: unknown): void =>
    port.postMessage({ kind: 'answered', id, answer } satisfies WorkerReport, listBuffers(answer))
  const warn: StorageLog['warn'] = (event, facts) => report({ kind: 'warned', event, facts })
  const calls = createCalls(database, directory, { warn })
  const stamp = new DatabaseStamp(database, join(directory, FILE_NAME))
  const files = new FilesInPlace(directory)
  const requireOurs = (): void => {
    files.require()
    stamp.require()
  }
  const fail = (id: number, error: unknown): void => {
    report({ kind: 'failed', id, failure: toFailure(error) })
    // A transaction that could not even be rolled back: end this thread, the next one opens the database afresh.
    if (database.isTransaction) throw error
  }
  const appends = new AppendGroup({
    append: (batches) => {
      requireOurs()
      return calls.append(batches)
    },
    onWritten: (id, seqs) => report({ kind: 'answered', id, answer: seqs }),
    onFailed: fail,
  })
  const inSteps = new StepRunner({
    writeOthers: () => appends.run(),
    onDone: reportAnswer,
    onFailed: fail,
  })

  port.on('message', (request: WorkerRequest) => {
    if (request.kind === 'call' && request.name === 'append') {
      const [batches] = request.given as readonly [readonly UpdateBatch[]]
      return appends.add(request.id, batches)
    }
    // Calls are carried out in the order in which they were sent; of those in steps, the first of each.
    appends.run()
    if (request.kind === 'close') {
      inSteps.finish()
      database.close()
      stamp.close()
      port.close()
      return
    }
    const { id, name, given } = request
    try {
      if (!isReadingCall(name)) requireOurs()
      // The sender's types tie the name to its arguments; they do not survive the way between threads.
      const call = calls[name] as (...given: readonly unknown[]) => unknown
      const answer = call(...(given as readonly unknown[]))
      if (isSteps(answer)) inSteps.start(id, answer)
      else reportAnswer(id, answer)
    } catch (error) {
      fail(id, error)
    }
  })
  report({ kind: 'opened' })
}

function start(port: MessagePort): void {
  try {
    const place = workerData as DatabasePlace
    serve(port, openDatabase(place), place.directory)
  } catch (error) {
    port.postMessage({ kind: 'refused', failure: toFailure(error) } satisfies WorkerReport)
    port.close()
  }
}

if (parentPort) start(parentPort)

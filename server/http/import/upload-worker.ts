// Runs in a worker thread and reads one list there.
import { parentPort, workerData } from 'node:worker_threads'
import { readUpload } from './read-upload'

parentPort?.postMessage(readUpload(workerData as Uint8Array))

import * as Y from 'yjs'
import { SYNC, encodeSync } from '@/lib/sync/messages'

/** A browser's socket whose server is the test. */
export class FakeSocket {
  static readonly OPEN = 1
  static made: FakeSocket[] = []
  readonly OPEN = 1
  readonly url: string
  readyState = 0
  bufferedAmount = 0
  binaryType = ''
  sent: Uint8Array[] = []
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null

  constructor(url: string | URL) {
    this.url = String(url)
    FakeSocket.made.push(this)
  }

  send(frame: Uint8Array): void {
    this.sent.push(frame)
  }

  close(code = 1000): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.onclose?.({ code, reason: '' })
  }

  open(): void {
    this.readyState = 1
    this.onopen?.()
  }

  say(frame: Uint8Array): void {
    this.onmessage?.({ data: Uint8Array.from(frame).buffer })
  }

  /** The server's whole state, and its question what this page has that it lacks. */
  synchronise(server: Y.Doc): void {
    this.say(encodeSync(SYNC.step2, Y.encodeStateAsUpdate(server)))
    this.say(encodeSync(SYNC.step1, Y.encodeStateVector(server)))
  }
}

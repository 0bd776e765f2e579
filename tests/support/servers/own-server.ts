import { expect, test, type Browser } from '@playwright/test'
import { openBrowserOf, type Person } from '../pages/people'
import { startContourServer, type ContourServer } from './contour-server'

export type VisitorOptions = Parameters<typeof openBrowserOf>[2]

/** A server for the tests of one file, and who visits it: after each test they go, and no page may have complained. */
export class OwnServer {
  /** Who is there. */
  readonly people: Person[] = []
  private running: ContourServer | null = null

  /** Starts and ends with the tests of the file that says so. */
  static ofThisFile(): OwnServer {
    const own = new OwnServer()
    test.beforeAll(() => own.start())
    test.afterEach(() => own.leave())
    test.afterAll(() => own.stop())
    return own
  }

  /** One of its own for each test of the file that says so, where each stops it in its way. */
  static ofEachTest(): OwnServer {
    const own = new OwnServer()
    test.beforeEach(() => own.start())
    test.afterEach(async () => {
      try {
        await own.leave()
      } finally {
        await own.stop()
      }
    })
    return own
  }

  get origin(): string {
    return this.server.origin
  }

  get port(): number {
    return this.server.port
  }

  /** Everything it keeps; nobody else may touch it while it runs. */
  get dataDirectory(): string {
    return this.server.dataDirectory
  }

  /** Everything it printed. */
  output(): string {
    return this.server.output()
  }

  /** Ends it at once, as a crash would. */
  kill(): Promise<void> {
    return this.server.kill()
  }

  /** Asks it to end; answers with its exit code. */
  drain(): Promise<number | null> {
    return this.server.drain()
  }

  /** Starts it again where it was, with what it kept. */
  restart(): Promise<void> {
    return this.server.restart()
  }

  /** Somebody opens a browser; they have not been to the server yet. */
  async visitor(browser: Browser, name: string, options?: VisitorOptions): Promise<Person> {
    const person = await openBrowserOf(browser, name, options)
    this.people.push(person)
    return person
  }

  /** Several at once. */
  async visitors<const Names extends readonly string[]>(
    browser: Browser,
    ...names: Names
  ): Promise<{ [Index in keyof Names]: Person }> {
    const people = await Promise.all(names.map((name) => this.visitor(browser, name)))
    return people as { [Index in keyof Names]: Person }
  }

  private get server(): ContourServer {
    if (!this.running) throw new Error('The server starts before the first test.')
    return this.running
  }

  private async start(): Promise<void> {
    this.running = await startContourServer()
  }

  private async stop(): Promise<void> {
    await this.running?.stop()
    this.running = null
  }

  private async leave(): Promise<void> {
    const leaving = this.people.splice(0)
    for (const { name, complaints } of leaving) expect(complaints, `${name}'s page complained`).toEqual([])
    await Promise.all(leaving.map(({ context }) => context.close()))
  }
}

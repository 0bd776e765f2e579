import { request } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { startHttpHarness, type HttpHarness } from '../support/rooms/http-harness'

const TOKEN = 'a-token-of-the-operator'

describe('GET /metrics', () => {
  let server: HttpHarness | null = null
  afterEach(() => server?.stop())

  it('tells this machine how it is doing, and in no way anybody that a proxy speaks for', async () => {
    server = await startHttpHarness()
    const answer = await server.get('/metrics')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4')
    expect(await answer.text()).toContain('contour_rooms 0')
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
      expect((await server.get('/metrics', { [name]: '203.0.113.9' })).status).toBe(404)
  })

  it('tells nothing under a public name or where a public origin is set, whatever the proxy says', async () => {
    server = await startHttpHarness()
    expect(await statusUnder(server, 'boards.example.org')).toBe(404)
    expect(await statusUnder(server, 'localhost:3000')).toBe(200)
    await server.stop()
    server = await startHttpHarness({ origin: 'https://boards.example.org' })
    expect((await server.get('/metrics')).status).toBe(404)
  })

  it('asks for the token where one is set, wherever the question comes from', async () => {
    server = await startHttpHarness({ metricsToken: TOKEN })
    expect((await server.get('/metrics')).status).toBe(404)
    expect((await server.get('/metrics', { authorization: `Bearer ${TOKEN}x` })).status).toBe(404)
    const forwarded = { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '203.0.113.9' }
    expect((await server.get('/metrics', forwarded)).status).toBe(200)
  })
})

/** `fetch` does not let anybody choose the Host. */
function statusUnder({ origin }: HttpHarness, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${origin}/metrics`, { headers: { host } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

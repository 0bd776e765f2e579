import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cookieFrom, startHttpHarness, type HttpHarness } from '@/tests/support/rooms/http-harness'

interface Links {
  links: { facilitator: string; participant: string; viewer: string }
  expiresAt: Record<string, number>
}

describe('the links of a board', () => {
  let server: HttpHarness
  let id: string
  let links: Links['links']
  let fay: { cookie: string }
  let nowMs = Date.UTC(2026, 0, 1)

  const send = (method: string, path: string, headers: object, body?: unknown): Promise<Response> =>
    fetch(`${server.origin}/api/boards/${id}/links${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const join = (link: string): Promise<Response> =>
    server.post('/api/join', { secret: link.slice('/join/'.length), name: 'Pat' })
  const codeOf = async (answer: Response): Promise<unknown> =>
    ((await answer.json()) as { error: { code: string } }).error.code

  beforeEach(async () => {
    server = await startHttpHarness({ now: () => nowMs })
    const created = await server.post('/api/boards', { title: 'Spring', name: 'Fay' })
    fay = cookieFrom(created)
    ;({ id, links } = (await created.json()) as { id: string } & Links)
  })
  afterEach(() => server.stop())

  it('replaces one link: the old one opens nothing at once, the others stay', async () => {
    const answer = (await (await send('POST', '/participant/replace', fay)).json()) as Links
    expect(answer.links).toMatchObject({ facilitator: links.facilitator, viewer: links.viewer })
    expect(await codeOf(await join(links.participant))).toBe('link-unknown')
    expect(await (await join(answer.links.participant)).json()).toMatchObject({ role: 'participant' })
  })

  it('replaces a link twice within a millisecond by two different ones', async () => {
    const once = (await (await send('POST', '/viewer/replace', fay)).json()) as Links
    const twice = (await (await send('POST', '/viewer/replace', fay)).json()) as Links
    expect(new Set([links.viewer, once.links.viewer, twice.links.viewer]).size).toBe(3)
    expect((await join(twice.links.viewer)).status).toBe(200)
  })

  it('leaves those inside where they are when their link is replaced', async () => {
    const pat = cookieFrom(await join(links.participant))
    await send('POST', '/participant/replace', fay)
    expect((await server.get(`/api/boards/${id}`, pat)).status).toBe(200)
  })

  it('ends a link at its time, says so, and lets it be prolonged or freed of its end', async () => {
    const end = nowMs + 1_000
    const set = (await (await send('PATCH', '/participant', fay, { expiresAt: end })).json()) as Links
    expect(set).toEqual({ links, expiresAt: { participant: end } })
    expect((await join(links.participant)).status).toBe(200)
    nowMs = end
    const late = await join(links.participant)
    expect(late.status).toBe(410)
    expect(await codeOf(late)).toBe('link-expired')
    const freed = (await (await send('PATCH', '/participant', fay, { expiresAt: null })).json()) as Links
    expect(freed.expiresAt).toEqual({})
    expect((await join(links.participant)).status).toBe(200)
  })

  it('gives a replaced link no end', async () => {
    await send('PATCH', '/viewer', fay, { expiresAt: nowMs + 1_000 })
    const answer = (await (await send('POST', '/viewer/replace', fay)).json()) as Links
    expect(answer.expiresAt).toEqual({})
  })

  it('refuses an end in the past and a link that does not exist', async () => {
    expect(await codeOf(await send('PATCH', '/viewer', fay, { expiresAt: nowMs }))).toBe('invalid-input')
    expect(await codeOf(await send('PATCH', '/viewer', fay, { expiresAt: 'soon' }))).toBe('invalid-input')
    expect(await codeOf(await send('PATCH', '/owner', fay, { expiresAt: null }))).toBe('not-found')
  })

  it('obeys facilitators only', async () => {
    const pat = cookieFrom(await join(links.participant))
    expect(await codeOf(await send('POST', '/viewer/replace', pat))).toBe('not-allowed')
    expect(await codeOf(await send('PATCH', '/viewer', pat, { expiresAt: null }))).toBe('not-allowed')
    expect(await codeOf(await send('POST', '/viewer/replace', {}))).toBe('not-signed-in')
    expect((await join(links.viewer)).status).toBe(200)
  })
})

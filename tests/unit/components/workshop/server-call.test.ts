import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { callServer } from '@/components/workshop/server-call'
import { ERRORS } from '@/lib/errors'

const servers: Server[] = []
afterEach(() =>
  servers.splice(0).forEach((server) => {
    server.close()
    server.closeAllConnections()
  }),
)

/** Without a body it never answers. */
async function answering(status: number, body: string | null): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (body !== null) response.writeHead(status).end(body)
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}
const answer = z.object({ id: z.string() })

test('a good answer comes through as it was checked', async () => {
  const path = await answering(201, '{"id":"b","more":1}')
  expect(await callServer({ method: 'POST', path, body: {}, answer })).toEqual({
    ok: true,
    value: { id: 'b' },
  })
})

test('a refusal is told in the words of the server', async () => {
  const path = await answering(404, '{"error":{"code":"link-unknown","message":"No such link."}}')
  expect(await callServer({ method: 'GET', path, answer })).toEqual({
    ok: false,
    error: { code: 'link-unknown', sentence: 'No such link.', mayRetry: false, isUnknown: false },
  })
})

test.each([
  ['overloaded', true],
  ['not-allowed', false],
  ['a code of a later Contour', false],
  ['toString', false],
  ['asked-too-often', false],
  ['too-many-requests', false],
  ['server-too-old', false],
])('what was refused as %s may be tried again: %s', async (code, mayRetry) => {
  const path = await answering(503, JSON.stringify({ error: { code, message: 'Not now.' } }))
  expect(await callServer({ method: 'POST', path, answer })).toMatchObject({
    ok: false,
    error: { sentence: 'Not now.', mayRetry, isUnknown: false },
  })
})

test.each([
  ['a proxy that does not reach Contour', 502],
  ['a network that asks for a login first', 200],
])('the page of %s is told as what it is, never as it came', async (_whose, status) => {
  const path = await answering(status, '<html>Not Contour</html>')
  expect(await callServer({ method: 'GET', path, answer })).toMatchObject({
    ok: false,
    error: { sentence: ERRORS.unreachable.sentence, mayRetry: true },
  })
})

test('a server that never answers is not waited for for ever', async () => {
  const path = await answering(200, null)
  expect(await callServer({ method: 'GET', path, answer, patienceMs: 50 })).toMatchObject({
    ok: false,
    error: { sentence: ERRORS.unreachable.sentence, mayRetry: true },
  })
})

test('an answer nobody understands is told as our fault', async () => {
  const odd = await answering(200, '{"id":7}')
  expect(await callServer({ method: 'GET', path: odd, answer })).toMatchObject({
    ok: false,
    error: { sentence: ERRORS.internal.sentence, mayRetry: true },
  })
})

test('a server that is away is told as such', async () => {
  const path = await answering(200, '{}')
  await new Promise((resolve) => servers.pop()?.close(resolve))
  const result = await callServer({ method: 'GET', path, answer })
  expect(result).toMatchObject({
    ok: false,
    error: { sentence: expect.stringMatching(/cannot be reached/) as string },
  })
})

test.each([
  ['never came', 200, null],
  ['is the page of a proxy that waited too long', 504, '<html>Time-out</html>'],
  ['is the page of a network that asks for a login', 200, '<html>Who are you?</html>'],
  ['is one nobody understands', 200, '{"id":7}'],
])('what was to be done may have been done where the answer %s', async (_which, status, body) => {
  const path = await answering(status, body)
  const asked = { path, answer, patienceMs: 200 }
  for (const method of ['POST', 'PATCH', 'DELETE'] as const)
    expect(await callServer({ ...asked, method })).toMatchObject({ error: { isUnknown: true } })
  expect(await callServer({ ...asked, method: 'GET' }), 'what only asks does nothing').toMatchObject({
    error: { isUnknown: false },
  })
})

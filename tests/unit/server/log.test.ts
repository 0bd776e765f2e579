import { expect, test } from 'vitest'
import { createLog } from '@/server/log'

test('a line of the log says when in a form that people read', () => {
  const lines: string[] = []
  createLog('info', { write: (line) => void lines.push(line) }).info('server.started', { port: 3000 })
  const { time, ...rest } = JSON.parse(lines.join('')) as { time: string }
  expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  expect(rest).toEqual({ level: 30, event: 'server.started', port: 3000 })
})

import { describe, expect, it } from 'vitest'
import { readConfig } from '@/server/config'

describe('readConfig', () => {
  it('runs on port 3000 with data below the working folder when nothing is set', () => {
    const config = readConfig({}, [])
    expect(config).toMatchObject({ ok: true, value: { port: 3000, isDevelopment: false, origin: undefined } })
    expect(config.ok && config.value.dataDirectory).toMatch(/data$/)
  })

  it('keeps only the origin of the public address', () => {
    const config = readConfig({ CONTOUR_ORIGIN: 'https://boards.example.org/path' }, [])
    expect(config).toMatchObject({ value: { origin: 'https://boards.example.org' } })
  })

  it('names the setting that is not valid', () => {
    const config = readConfig({ PORT: 'many' }, [])
    expect(config.ok).toBe(false)
    expect(config).toMatchObject({ error: expect.stringContaining('PORT') as string })
  })
})

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

  it('keeps ten thousand boards and twenty gigabytes unless told otherwise', () => {
    expect(readConfig({}, [])).toMatchObject({ value: { most: { boards: 10_000, bytes: 20 * 1024 ** 3 } } })
    const config = readConfig({ CONTOUR_MAX_BOARDS: '5', CONTOUR_MAX_GB: '0.5' }, [])
    expect(config).toMatchObject({ value: { most: { boards: 5, bytes: 1024 ** 3 / 2 } } })
    expect(readConfig({ CONTOUR_MAX_GB: '0' }, []).ok).toBe(false)
  })

  it('logs everything that happens where nobody watches a terminal, and there only what is wrong', () => {
    expect(readConfig({}, [])).toMatchObject({ value: { logLevel: 'info' } })
    expect(readConfig({}, [], true)).toMatchObject({ value: { logLevel: 'warn' } })
    expect(readConfig({ CONTOUR_LOG_LEVEL: 'info' }, [], true)).toMatchObject({ value: { logLevel: 'info' } })
  })

  it('takes an empty setting as one that is not there', () => {
    const empty = { PORT: '', HOST: '', CONTOUR_DATA_DIR: '', CONTOUR_ORIGIN: '', CONTOUR_MAX_GB: '' }
    expect(readConfig(empty, [])).toEqual(readConfig({}, []))
  })

  it('says what an address has to look like', () => {
    expect(readConfig({ CONTOUR_ORIGIN: 'boards.example.org' }, [])).toMatchObject({
      error:
        'The setting CONTOUR_ORIGIN is not valid: it has to be an address such as https://boards.example.org.',
    })
  })

  it('names the setting that is not valid', () => {
    const config = readConfig({ PORT: 'many' }, [])
    expect(config.ok).toBe(false)
    expect(config).toMatchObject({ error: expect.stringContaining('PORT') as string })
  })
})

import { describe, expect, it } from 'vitest'
import { findBrowser } from '../e2e/support/find-browser'
import { systemBrowsers, type Machine } from '../e2e/support/machine'

const OWN = '/own/chrome'

/** A machine on which only the given programs start; what an installation adds is named by the tests. */
function fakeMachine(present: string[], rest: Partial<Machine> = {}) {
  const usable = new Set(present)
  const tried: string[] = []
  const machine: Machine = {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    playwrightBrowser: OWN,
    canInstallPackages: false,
    exists: () => true,
    starts: async (path) => usable.has(path),
    downloadBrowser: async () => {
      tried.push('download')
      return false
    },
    installPackage: async () => {
      tried.push('package')
      usable.add('/usr/bin/chromium')
      return true
    },
    ...rest,
  }
  return { machine, tried, usable }
}

const silent = () => undefined

describe('finding a browser', () => {
  it('takes the one that is named before all others', async () => {
    const { machine } = fakeMachine(['/my/chrome', OWN], { env: { CHROMIUM_PATH: '/my/chrome' } })
    expect(await findBrowser(machine, silent)).toEqual({ ok: true, value: '/my/chrome' })
  })

  it('says so when the named one does not start, rather than taking another', async () => {
    const { machine } = fakeMachine([OWN], { env: { CHROMIUM_PATH: '/my/chrome' } })
    const found = await findBrowser(machine, silent)
    expect(found.ok ? '' : found.error).toContain('/my/chrome')
  })

  it('prefers the one of Playwright to one of the system', async () => {
    const { machine } = fakeMachine([OWN, '/usr/bin/chromium'])
    expect(await findBrowser(machine, silent)).toEqual({ ok: true, value: OWN })
  })

  it('passes over a program of the system that is there but does not start', async () => {
    const { machine, tried } = fakeMachine(['/usr/bin/google-chrome'])
    expect(await findBrowser(machine, silent)).toEqual({ ok: true, value: '/usr/bin/google-chrome' })
    expect(tried).toEqual([])
  })

  it('downloads one when there is none', async () => {
    const fake = fakeMachine([])
    const downloadBrowser = async () => Boolean(fake.usable.add(OWN))
    expect(await findBrowser({ ...fake.machine, downloadBrowser }, silent)).toEqual({ ok: true, value: OWN })
  })

  it('installs the package when the download fails and it may', async () => {
    const { machine, tried } = fakeMachine([], { canInstallPackages: true })
    expect(await findBrowser(machine, silent)).toEqual({ ok: true, value: '/usr/bin/chromium' })
    expect(tried).toEqual(['download', 'package'])
  })

  it('ends with one sentence on what to do', async () => {
    const { machine, tried } = fakeMachine([])
    const found = await findBrowser(machine, silent)
    expect(found.ok ? '' : found.error).toMatch(/install Chromium or Chrome, or set CHROMIUM_PATH/)
    expect(tried).toEqual(['download'])
  })
})

describe('the places of a system browser', () => {
  it('are the applications on a Mac and the program folders on Windows', () => {
    expect(systemBrowsers({ platform: 'darwin', env: {} })).toContain(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    )
    expect(systemBrowsers({ platform: 'win32', env: { PROGRAMFILES: 'C:\\Programs' } })).toContain(
      'C:\\Programs\\Google\\Chrome\\Application\\chrome.exe',
    )
  })

  it('on Linux begin with the one that draws no windows, which costs half', () => {
    const places = systemBrowsers({ platform: 'linux', env: { PATH: '/usr/local/bin:/usr/bin' } })
    const windowless = places.indexOf('/usr/bin/chromium-headless-shell')
    expect(windowless).toBeGreaterThanOrEqual(0)
    expect(windowless).toBeLessThan(places.indexOf('/usr/local/bin/chromium'))
  })
})

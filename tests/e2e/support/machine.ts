import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

const PLAYWRIGHT_CLI = createRequire(import.meta.url).resolve('@playwright/test/cli')
const START_LIMIT_MS = 30_000
const DOWNLOAD_LIMIT_MS = 240_000
const APT_LIMIT_MS = 600_000
/** Chromium without the windows around its pages: opening a board takes half the work of a whole browser. */
const WINDOWLESS = 'chromium-headless-shell'

/** What the search for a browser asks of the machine it runs on. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where Playwright would keep its own Chromium, whether it is there or not. */
  readonly playwrightBrowser: string
  /** Whether Debian packages can be installed here: apt-get is present and we are root. */
  readonly canInstallPackages: boolean
  exists(path: string): boolean
  /** Whether the program starts, tried by asking it for its version. */
  starts(path: string): Promise<boolean>
  /** Whether Playwright could download its Chromium. */
  downloadBrowser(): Promise<boolean>
  /** Whether a Chromium package of Debian could be installed. */
  installPackage(): Promise<boolean>
}

interface Attempt {
  readonly command: string
  readonly args: readonly string[]
  readonly limitMs: number
  readonly env?: Readonly<Record<string, string>>
}

/** Runs a program without input and without showing its output; false when it fails or takes too long. */
function succeeds({ command, args, limitMs, env = {} }: Attempt): Promise<boolean> {
  return new Promise((resolve) => {
    // Its own process group, so that the limit ends what it started as well.
    const child = spawn(command, args, { stdio: 'ignore', detached: true, env: { ...process.env, ...env } })
    const limit = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }, limitMs)
    const finish = (answer: boolean) => {
      clearTimeout(limit)
      resolve(answer)
    }
    child.on('error', () => finish(false))
    child.on('close', (code) => finish(code === 0))
  })
}

/** The machine this process runs on. */
export function thisMachine(): Machine {
  const packages = { DEBIAN_FRONTEND: 'noninteractive' }
  return {
    platform: process.platform,
    env: process.env,
    playwrightBrowser: chromium.executablePath(),
    canInstallPackages: process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
    exists: existsSync,
    // Chrome on Windows opens a window instead of telling its version.
    starts: async (path) =>
      process.platform === 'win32'
        ? existsSync(path)
        : succeeds({ command: path, args: ['--version'], limitMs: START_LIMIT_MS }),
    downloadBrowser: () =>
      succeeds({
        command: process.execPath,
        args: [PLAYWRIGHT_CLI, 'install', 'chromium'],
        limitMs: DOWNLOAD_LIMIT_MS,
        env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
      }),
    installPackage: async () => {
      const aptGet = (...args: string[]) =>
        succeeds({ command: 'apt-get', args, limitMs: APT_LIMIT_MS, env: packages })
      const install = (browser: string) =>
        aptGet('install', '-y', '--no-install-recommends', browser, 'fonts-liberation')
      await aptGet('update')
      return (await install(WINDOWLESS)) || install('chromium')
    },
  }
}

/** The places where a system keeps Chromium or Chrome, most trusted first. */
export function systemBrowsers({ platform, env }: Pick<Machine, 'platform' | 'env'>): string[] {
  if (platform === 'darwin') {
    return ['Chromium', 'Google Chrome'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  }
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
    return roots.flatMap((root) =>
      root === undefined
        ? []
        : [`${root}\\Google\\Chrome\\Application\\chrome.exe`, `${root}\\Chromium\\Application\\chrome.exe`],
    )
  }
  const names = [WINDOWLESS, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

import { err, ok, type Result } from '@/lib/result'
import { systemBrowsers, type Machine } from './machine'

/** Flags for a Chromium of the system: it runs as root, without a graphics card, and calls nobody. */
export const BROWSER_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/**
 * Finds a Chromium that starts on this machine: the one named by CHROMIUM_PATH, Playwright's own, one of the
 * system, else one it installs. Answers its path, or one sentence on what to do.
 */
export async function findBrowser(
  machine: Machine,
  say: (line: string) => void,
): Promise<Result<string, string>> {
  const named = machine.env['CHROMIUM_PATH']
  if (named !== undefined && named !== '') {
    if (await isUsable(machine, named)) return ok(named)
    return err(`CHROMIUM_PATH names ${named}, which does not start: correct it, or unset it.`)
  }

  const present = await firstUsable(machine, [machine.playwrightBrowser, ...systemBrowsers(machine)])
  if (present !== undefined) return ok(present)

  say('No Chromium found; asking Playwright to download one.')
  await machine.downloadBrowser()
  const downloaded = await firstUsable(machine, [machine.playwrightBrowser])
  if (downloaded !== undefined) return ok(downloaded)

  if (machine.canInstallPackages) {
    say('No download possible; installing the chromium package.')
    await machine.installPackage()
    const installed = await firstUsable(machine, systemBrowsers(machine))
    if (installed !== undefined) return ok(installed)
  }
  return err(
    'No Chromium could be found or installed: install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  )
}

async function firstUsable(machine: Machine, paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    if (await isUsable(machine, path)) return path
  }
  return undefined
}

async function isUsable(machine: Machine, path: string): Promise<boolean> {
  return machine.exists(path) && (await machine.starts(path))
}

import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from './run-command.mjs'
import { listSources, REPOSITORY, TOP_FOLDERS } from './source-files.mjs'

const LIMIT_MS = 60_000
const CONFIG = '.dependency-cruiser.cjs'

interface Cruise {
  modules: { source: string }[]
  summary: { violations: { rule: { name: string }; from: string }[] }
}

async function cruise(folder: string): Promise<Cruise> {
  const command = `depcruise ${TOP_FOLDERS.join(' ')} --config ${CONFIG} --output-type json`
  const { stdout } = await runCommand(command, { folder })
  return JSON.parse(stdout) as Cruise
}

// One file per rule, each with the import that the rule forbids.
const PLANTED: Record<string, [file: string, source: string]> = {
  'lib-is-the-floor': ['lib/floor.ts', "import '@/server/config'"],
  'lib-runs-anywhere': ['lib/anywhere.ts', "import type { Stats } from 'node:fs'\nexport type S = Stats"],
  'lib-has-no-ui': ['lib/ui.ts', "import type { ReactNode } from 'react'\nexport type N = ReactNode"],
  'components-stay-in-the-browser': [
    'components/board/a.ts',
    "import type { Config } from '@/server/config'",
  ],
  'components-have-no-node': ['components/board/b.ts', "import 'node:fs'"],
  'components-barely-know-next': ['components/board/c.ts', "import 'next/headers'"],
  'features-do-not-cross': ['components/workshop/d.ts', "import '../canvas/canvas'"],
  'ui-kit-knows-no-domain': ['components/ui/e.ts', "import '@/lib/ids'"],
  'only-the-canvas-knows-tldraw': ['components/board/f.ts', "import type { Editor } from 'tldraw'"],
  'server-has-no-ui': ['server/http/g.ts', "import 'react'"],
  'only-main-hosts-next': ['server/http/h.ts', "import 'next'"],
  'marker-would-crash-the-sync-process': ['server/sync/room.ts', "import 'server-only'"],
  'only-roots-pick-a-storage-adapter': ['server/http/i.ts', "import '../storage/memory-storage'"],
  'storage-knows-nobody': ['server/storage/j.ts', "import '../sync/room'"],
  'app-enters-server-by-one-door': ['app/k.ts', "import '@/server/config'"],
  'app-does-not-reach-live-rooms': ['app/page.ts', "import '@/server/web'"],
  'nobody-imports-app': ['components/board/l.ts', "import '@/app/page'"],
  'nobody-imports-main': ['tests/m.ts', "import '@/server/main'"],
  'nobody-imports-tests': ['server/http/n.ts', "import '@/tests/m'"],
  'no-test-tools-in-product': ['server/http/o.ts', "import 'vitest'"],
  'only-app-imports-web': ['server/http/p.ts', "import '../web'"],
  'no-circular': ['lib/circle-back.ts', "import './circle'"],
  'no-orphans': ['lib/orphan.ts', 'export const alone = 1'],
  resolvable: ['lib/nowhere.ts', "import './does-not-exist'"],
}
// What the planted files lean on. The door imports a room and carries no marker: two more faults.
const AROUND: Record<string, string> = {
  'lib/ids.ts': 'export const id = 1',
  'lib/circle.ts': "import './circle-back'",
  'components/canvas/canvas.ts': "import '@tldraw/assets/selfHosted'",
  'components/canvas/sound.ts':
    "import '@/lib/ids'\nimport 'tldraw'\nimport 'tldraw/tldraw.css'\nimport 'next/dynamic'",
  'server/config.ts': 'export interface Config { port: number }',
  'server/main.ts': "import 'next'",
  'server/web.ts': "import './sync/room'",
  'server/storage/memory-storage.ts': "import '@/lib/ids'",
}

describe('the boundary check', () => {
  it(
    'sees every source file; a compiler it cannot use would make it blind and content',
    async () => {
      const seen = new Set((await cruise(REPOSITORY)).modules.map(({ source }) => source))
      expect(listSources().filter((file) => !seen.has(file))).toEqual([])
    },
    LIMIT_MS,
  )

  describe('on a tree of planted faults', () => {
    let folder: string
    let found: string[]

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'contour-boundaries-'))
      const files = { ...AROUND, ...Object.fromEntries(Object.values(PLANTED)) }
      for (const [file, source] of Object.entries(files)) {
        mkdirSync(join(folder, dirname(file)), { recursive: true })
        writeFileSync(join(folder, file), `${source}\n`)
      }
      for (const file of [CONFIG, 'tsconfig.json', 'package.json'])
        copyFileSync(join(REPOSITORY, file), join(folder, file))
      symlinkSync(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'), 'junction')
      const { summary } = await cruise(folder)
      found = summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`)
    }, LIMIT_MS)

    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    it.each(Object.entries(PLANTED))('catches %s', (rule, [file]) => {
      expect(found).toContain(`${rule}: ${file}`)
    })

    it('misses the marker on the door', () => {
      expect(found).toContain('web-door-carries-the-marker: server/web.ts')
    })

    it('lets sound imports pass', () => {
      expect(found.filter((line) => /sound\.ts|main\.ts$|memory-storage/.test(line))).toEqual([])
    })
  })
})

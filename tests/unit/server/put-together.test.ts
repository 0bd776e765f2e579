import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const PROGRAM = pathToFileURL('server/put-together.mjs').href

let root: string
let putTogether: (root: string) => Promise<string>

beforeEach(async () => {
  ;({ putTogether } = (await import(PROGRAM)) as { putTogether: typeof putTogether })
  root = await mkdtemp(join(tmpdir(), 'contour-put-together-'))
  await write('tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }')
  await write('lib/greeting.ts', "export const greeting: string = 'hello'")
  await write(
    'server/main.ts',
    "import { greeting } from '@/lib/greeting'\nconst wave = () => 1\nconsole.log(greeting, wave)",
  )
  await write('server/storage/sqlite/thread/sqlite-worker.ts', "console.log('database')")
  await write('server/http/import/upload-worker.ts', "console.log('list')")
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}

test('the server is put together beside its threads, which stand where it looks for them', async () => {
  const main = await putTogether(root)
  expect(main).toBe(join(root, '.server', 'main.mjs'))
  expect(await readFile(main, 'utf8')).toContain('hello')
  for (const thread of ['sqlite-boot.mjs', 'upload-boot.mjs'])
    expect((await stat(join(root, '.server', thread))).size).toBeGreaterThan(0)
})

test('functions keep nothing but what they are: a name defined on each costs every board 20 KB', async () => {
  expect(await readFile(await putTogether(root), 'utf8')).not.toContain('__name')
})

test('what was made of these very sources is used again', async () => {
  const { mtimeMs } = await stat(await putTogether(root))
  expect((await stat(await putTogether(root))).mtimeMs).toBe(mtimeMs)
})

test.each(['lib/greeting.ts', 'server/main.ts', 'server/storage/sqlite/thread/sqlite-worker.ts'])(
  'a changed %s is put together anew',
  async (path) => {
    await putTogether(root)
    await write(path, "console.log('newer')\nexport const greeting = 'newer'")
    const main = await putTogether(root)
    const made = await Promise.all(
      [main, join(dirname(main), 'sqlite-boot.mjs')].map((file) => readFile(file, 'utf8')),
    )
    expect(made.join()).toContain('newer')
  },
)

test('two that begin at once leave one whole server', async () => {
  const [first, second] = await Promise.all([putTogether(root), putTogether(root)])
  expect(first).toBe(second)
  expect(await readFile(first, 'utf8')).toContain('hello')
})

test('a source that cannot be read is said, and what was there is not taken for it', async () => {
  await putTogether(root)
  await write('server/main.ts', 'const = 1')
  await expect(putTogether(root)).rejects.toThrow('server/main.ts')
  await expect(putTogether(root)).rejects.toThrow('server/main.ts')
})

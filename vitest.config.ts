import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What begins late holds up the end; the first of these waits a good part of its time. */
const LONG_ONES = ['sync/real-process', 'property/', 'sync/', 'contract/', 'tools/']

class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONG_ONES.findIndex((path) => moduleId.includes(`/tests/${path}`))
      return at < 0 ? LONG_ONES.length : at
    }
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => rank(one) - rank(other))
  }
}

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['tests/{unit,property,contract,sync,tools}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Vitest leaves one processor free by itself: of two, that is half.
    maxWorkers: '100%',
    minWorkers: 1,
    // The files of one worker share modules and globals: read once, they take a quarter of the time. Relied on: what a
    // module remembers changes nothing for another file, and a test puts back every global it replaces.
    isolate: false,
    sequence: { sequencer: LongOnesFirst },
    testTimeout: 20_000,
  },
})

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['tests/{unit,property,contract,sync,tools}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Vitest leaves one processor free by itself: of two, that is half.
    maxWorkers: '100%',
    minWorkers: 1,
    testTimeout: 20_000,
  },
})

import { writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isMainThread } from 'node:worker_threads'

// Loaded before a measured server: on a signal it clears up what nobody holds, then writes down what is left.

if (isMainThread) {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  process.on('SIGUSR2', () => {
    collect()
    collect()
    writeFileSync(process.env.BENCH_PROBE ?? '', JSON.stringify(process.memoryUsage()))
  })
}

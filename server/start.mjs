// The first file of a server that serves, in plain JavaScript because what it starts is not there before it has run.
import './check-node.cjs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { putTogether } from './put-together.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const main = await putTogether(root).catch((error) => {
  process.stderr.write(
    `Contour could not be put together. Its user has to be able to write in ${root}. ${error}\n`,
  )
  process.exit(1)
})
await import(pathToFileURL(main).href)

// Runs before anything else is read: an older Node ends with a sentence, not with a trace of what it lacks.
const { oldNodeSentence } = require('./old-node-sentence.cjs')
const { engines } = require('../package.json')

const sentence = oldNodeSentence(process.versions.node, engines.node)
if (sentence !== null) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

// Plain JavaScript of Node 12 and older: it has to be read by the very Node that it turns away.

/**
 * Says what to do where the running Node is older than what `engines` in package.json asks for; null where it will do.
 * @param {string} running such as `18.20.8`
 * @param {string} wanted such as `>=20.19.0`
 * @returns {string | null}
 */
function oldNodeSentence(running, wanted) {
  const least = wanted.replace(/^>=/, '')
  if (!isOlder(numbersOf(running), numbersOf(least))) return null
  return `Contour needs Node ${least} or newer, and this is Node ${running}. Install a newer Node, then start again.`
}

function numbersOf(version) {
  return version.split('.').map((part) => parseInt(part, 10))
}

function isOlder(running, least) {
  const at = least.findIndex((number, index) => number !== running[index])
  return at >= 0 && running[at] < least[at]
}

module.exports = { oldNodeSentence }

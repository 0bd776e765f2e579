import ts from 'typescript'

const TESTS = new Set(['it', 'test', 'describe'])
/** What runs only sometimes shows nothing. */
const NOT_RUN = new Set(['skip', 'todo', 'fails', 'fixme', 'fail', 'skipIf', 'runIf'])
const LEADING_RULES = /^(?:\[[A-Z]+-\d+\]\s*)+/

/**
 * The rules that the tests of one file show: those with which the title of a test, or of a group of tests, begins.
 * What is skipped, with all it holds, and what stands in comments shows nothing.
 * @param {string} file
 * @param {string} text
 * @returns {string[]}
 */
export function rulesShownIn(file, text) {
  /** @type {string[]} */
  const shown = []
  /** @param {import('typescript').Node} node */
  const visit = (node) => {
    const words = ts.isCallExpression(node) ? wordsOf(node.expression) : []
    const isTest = TESTS.has(words[0] ?? '')
    if (isTest && words.some((word) => NOT_RUN.has(word))) return
    if (isTest && ts.isCallExpression(node) && !words.includes('step'))
      shown.push(...rulesOf(node.arguments[0]))
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest))
  return shown
}

/**
 * The names of what is called: `it.each(rows)` is `it`, `each`; nothing where it is no chain of names.
 * @param {import('typescript').Node} callee
 * @returns {string[]}
 */
function wordsOf(callee) {
  if (ts.isIdentifier(callee)) return [callee.text]
  if (ts.isPropertyAccessExpression(callee)) return [...wordsOf(callee.expression), callee.name.text]
  if (ts.isCallExpression(callee)) return wordsOf(callee.expression)
  return []
}

/**
 * @param {import('typescript').Node | undefined} title
 * @returns {string[]}
 */
function rulesOf(title) {
  if (!title) return []
  const isText = ts.isStringLiteralLike(title) || ts.isTemplateExpression(title)
  const text = !isText ? '' : ts.isTemplateExpression(title) ? title.head.text : title.text
  const leading = LEADING_RULES.exec(text)?.[0] ?? ''
  return [...leading.matchAll(/[A-Z]+-\d+/g)].map(([id]) => id)
}

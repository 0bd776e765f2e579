import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { REPOSITORY } from './source-files.mjs'

const TOOLS = join(REPOSITORY, 'node_modules', '.bin')

/**
 * Runs a command line in the repository, with its installed tools on the path and nothing to read from.
 * Resolves with the exit code and what it wrote; never rejects.
 * @param {string} commandLine
 * @param {{ show?: boolean }} [options] show: also write its output through as it comes
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runCommand(commandLine, { show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(commandLine, {
      cwd: REPOSITORY,
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH: `${TOOLS}${delimiter}${process.env['PATH'] ?? ''}` },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (chunk) => {
        output += chunk
        if (show) process.stdout.write(chunk)
      })
    }
    child.on('error', (problem) => resolve({ code: 1, output: `${output}${problem.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { REPOSITORY } from './source-files.mjs'

const TOOLS = join(REPOSITORY, 'node_modules', '.bin')

/**
 * Runs a command line with the installed tools on the path and nothing to read from. Resolves with the exit
 * code, what it wrote to stdout, and all it wrote as `output`; never rejects.
 * @param {string} commandLine
 * @param {{ show?: boolean, folder?: string }} [options] show: also write its output through as it comes;
 *   folder: where to run it, the repository unless told
 * @returns {Promise<{ code: number, stdout: string, output: string }>}
 */
export function runCommand(commandLine, { show = false, folder = REPOSITORY } = {}) {
  return new Promise((resolve) => {
    const child = spawn(commandLine, {
      cwd: folder,
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH: `${TOOLS}${delimiter}${process.env['PATH'] ?? ''}` },
    })
    let stdout = ''
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (chunk) => {
        output += chunk
        if (stream === child.stdout) stdout += chunk
        if (show) process.stdout.write(chunk)
      })
    }
    child.on('error', (problem) => resolve({ code: 1, stdout, output: `${output}${problem.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, output }))
  })
}

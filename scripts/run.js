import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { whenAbandoned } from './abandoned.js'

export const house = fileURLToPath(new URL('..', import.meta.url))
/** Where Node keeps what it has compiled: a third off the second start. */
export const codeCache = fileURLToPath(new URL('../node_modules/.cache/code', import.meta.url))
/** The Node that the package brings, whatever node started us. */
export const node = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))

/**
 * Runs to the end; with `quiet` the output is kept instead of shown.
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { quiet = false, env = process.env } = {}) {
  return new Promise((resolve) => {
    const stdio = quiet ? 'pipe' : 'inherit'
    const child = spawn(command, args, { cwd: house, env, stdio: ['ignore', stdio, stdio] })
    whenAbandoned(() => child.kill('SIGTERM'))
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.once('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }))
    child.once('close', (code, signal) => {
      resolve({ code: code ?? 1, output: signal ? `${output}(${signal})\n` : output })
    })
  })
}

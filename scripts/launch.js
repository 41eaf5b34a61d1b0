import { spawn } from 'node:child_process'
import { whenAbandoned } from './abandoned.js'
import { codeCache, house, node } from './run.js'
import { giveUp } from './say.js'
import { nodeFlags } from './server.js'

/**
 * Runs what was bundled for as long as it lasts, and ends as it does.
 * @param {string} server
 * @param {readonly string[]} args the verb and what it is told
 */
export function launch(server, args) {
  const env = { NODE_ENV: 'production', NODE_COMPILE_CACHE: codeCache, ...process.env }
  const before = [...nodeFlags, '--import', './scripts/leash.js']
  // In a group of its own: Ctrl-C reaches npm and us, and from npm us again; the server shall hear it once.
  const child = spawn(node, [...before, server, ...args], {
    cwd: house,
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
  let heardAt = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      const isEcho = Date.now() - heardAt < 1000
      heardAt = Date.now()
      if (!isEcho) child.kill(signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM')
    })
  }
  whenAbandoned(() => child.kill('SIGTERM'))
  child.once('error', giveUp)
  child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)))
}

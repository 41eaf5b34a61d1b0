import { spawn } from 'node:child_process'
import { whenAbandoned } from './abandoned.js'
import { install } from './install.js'
import { codeCache, house, node } from './run.js'
import { giveUp, say } from './say.js'
import { buildServer, nodeFlags } from './server.js'
import { buildWeb } from './web.js'

try {
  await install()
  await buildWeb()
  serve(await buildServer(say))
} catch (error) {
  giveUp(error)
}

/** @param {string} server */
function serve(server) {
  const env = { NODE_ENV: 'production', NODE_COMPILE_CACHE: codeCache, ...process.env }
  const before = [...nodeFlags, '--import', './scripts/leash.js']
  const serving = [server, 'serve', '--demo-when-empty', ...process.argv.slice(2)]
  // In a group of its own: Ctrl-C reaches npm and us, and from npm us again; the server shall hear it once.
  const child = spawn(node, [...before, ...serving], {
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

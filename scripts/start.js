import { spawn } from 'node:child_process'
import { whenAbandoned } from './abandoned.js'
import { install } from './install.js'
import { codeCache, house, node } from './run.js'
import { giveUp } from './say.js'
import { buildWeb } from './web.js'

try {
  await install()
  await buildWeb()
  serve()
} catch (error) {
  giveUp(error)
}

function serve() {
  const env = { NODE_ENV: 'production', NODE_COMPILE_CACHE: codeCache, ...process.env }
  const leash = ['--import', './scripts/leash.js']
  const serving = ['src/app/cli.ts', 'serve', '--demo-when-empty', ...process.argv.slice(2)]
  // In a group of its own: Ctrl-C reaches npm and us, and from npm us again; the server shall hear it once.
  const child = spawn(node, [...leash, ...serving], {
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

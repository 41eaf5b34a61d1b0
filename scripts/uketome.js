import { launch } from './launch.js'
import { giveUp, say } from './say.js'
import { buildServer } from './server.js'

/** They run for months: from the bundle, as `npm start` does. A filter that answers and ends runs from the sources. */
const lasting = ['serve', 'worker']
const verb = process.argv[2] ?? ''

if (lasting.includes(verb)) {
  try {
    launch(await buildServer(say), process.argv.slice(2))
  } catch (error) {
    giveUp(error)
  }
} else await import('../src/app/cli.ts')

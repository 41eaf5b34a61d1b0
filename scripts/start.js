import { install } from './install.js'
import { launch } from './launch.js'
import { giveUp, say } from './say.js'
import { buildServer } from './server.js'
import { buildWeb } from './web.js'

try {
  await install()
  await buildWeb()
  launch(await buildServer(say), ['serve', '--demo-when-empty', ...process.argv.slice(2)])
} catch (error) {
  giveUp(error)
}

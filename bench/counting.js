import { registerHooks } from 'node:module'

// Loaded by start.ts before a server that it counts: what it reads of its own and of others, until it ends.
let [modules, letters] = [0, 0]
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context)
    if (url.startsWith('file:')) {
      modules += 1
      letters += loaded.source?.length ?? 0
    }
    return loaded
  },
})
process.on('exit', () => console.error(`counted: ${JSON.stringify({ modules, letters })}`))

// Loaded into the server by start.js: should that be killed, the server stops by itself, and cleanly.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()

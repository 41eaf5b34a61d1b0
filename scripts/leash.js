// Loaded into the server by launch.js: should that be killed, the server stops by itself, and cleanly.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()

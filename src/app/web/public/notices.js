// Shows what is pushed to this browser while no page is open, and opens the board when it is pressed.
addEventListener('push', (event) => {
  const { title, body, tag } = event.data.json()
  // The same tag as the page's own notice: whichever comes second replaces the first and makes no sound.
  event.waitUntil(registration.showNotification(title, { body, tag, icon: '/favicon.svg' }))
})

addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openBoard())
})

async function openBoard() {
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  const board = windows.find(({ url }) => new URL(url).pathname === '/board')
  return board ? board.focus() : clients.openWindow('/board')
}

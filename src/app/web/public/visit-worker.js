// Keeps the visitor's page (/visit/) so that it opens without a line, and sends what waits when the line is back.
const kept = 'uketome-visit-page'
const page = '/visit/'
const patienceMs = 3000

addEventListener('install', (event) => {
  event.waitUntil(fetch(page, { cache: 'no-store' }).then(keep).then(skipWaiting))
})

addEventListener('activate', (event) => event.waitUntil(clients.claim()))

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return
  event.respondWith(request.mode === 'navigate' ? opened(event) : part(request))
})

addEventListener('sync', (event) => {
  if (event.tag === 'visit-presses') event.waitUntil(send())
})

/** The page as it is now; without a line, or on a slow one, as it was kept. */
async function opened(event) {
  const fresh = fetch(page, { cache: 'no-store' }).then(keep)
  event.waitUntil(fresh.catch(() => undefined))
  const late = new Promise((resolve) => {
    setTimeout(resolve, patienceMs)
  })
  const answer = await Promise.race([fresh.catch(() => undefined), late])
  return answer ?? (await caches.match(page)) ?? fresh
}

async function part(request) {
  return (await caches.match(request)) ?? fetch(request)
}

/** All that the page names is kept before the page itself, so that no half of two versions is ever opened. */
async function keep(answer) {
  if (!answer.ok) throw new Error(`${page} was answered with ${answer.status}`)
  const text = await answer.clone().text()
  const named = [...text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path)
  const cache = await caches.open(kept)
  const before = await cache.keys()
  const known = new Set(before.map(({ url }) => new URL(url).pathname))
  await cache.addAll([...new Set(named)].filter((path) => !isLasting(path) || !known.has(path)))
  await cache.put(page, answer.clone())
  const wanted = new Set([page, ...named])
  const old = before.filter(({ url }) => !wanted.has(new URL(url).pathname))
  await Promise.all(old.map((request) => cache.delete(request)))
  return answer
}

/** Its name carries the hash of its content. */
function isLasting(path) {
  return path.startsWith('/assets/')
}

/** What the page does itself while it is open (src/features/visits/phone/ui/parts/kept.ts); failing, the browser asks again. */
function send() {
  return navigator.locks.request('uketome-visit', async () => {
    const store = await openStore()
    const carried = await store.get('things', 'carried')
    const presses = await store.get('outbox')
    if (!carried || presses.length === 0) return
    const answer = await fetch(`/api/visits/phone/${encodeURIComponent(carried.slug)}/presses`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: carried.token, presses, battery: null }),
    })
    if (!answer.ok) throw new Error(`the presses were answered with ${answer.status}`)
    await store.settle(carried, presses, await answer.json())
  })
}

async function openStore() {
  const opening = indexedDB.open('uketome-visit')
  // The page alone makes it: an empty one from here would be in its way.
  opening.addEventListener('upgradeneeded', () => opening.transaction.abort())
  const database = await done(opening)
  return {
    get(store, key) {
      const things = database.transaction(store).objectStore(store)
      return done(key === undefined ? things.getAll() : things.get(key))
    },
    async settle(carried, presses, state) {
      const writing = database.transaction(['things', 'outbox'], 'readwrite')
      const answered = new Map(state.results.map(({ id, result }) => [id, result]))
      for (const { id, sequence } of presses)
        if (answered.has(id)) writing.objectStore('outbox').delete(sequence)
      const things = writing.objectStore('things')
      things.put(state, 'state')
      // What was pressed meanwhile has changed it.
      const now = (await done(things.get('carried'))) ?? carried
      const isPinWrong = now.isPinWrong || [...answered.values()].includes('pin-wrong')
      await done(things.put({ ...now, isPinWrong }, 'carried'))
    },
  }
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}

/**
 * Runs in every page that is measured, before the page's own scripts. INP and LCP as web-vitals takes them: by
 * PerformanceObserver, the longest event of each interaction; what is seen is asked of the layout at every frame.
 */
globalThis.watch = (() => {
  const interactions = new Map()
  let largest = 0
  let firstRow = 0

  observe('largest-contentful-paint', {}, (entry) => (largest = entry.startTime))
  observe('event', { durationThreshold: 16 }, ({ interactionId, duration }) => {
    if (interactionId)
      interactions.set(interactionId, Math.max(duration, interactions.get(interactionId) ?? 0))
  })
  void untilPainted(() => document.querySelector('[data-line]')).then((at) => (firstRow = at))

  function observe(type, options, see) {
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({
      type,
      buffered: true,
      ...options,
    })
  }

  /** When the frame in which this holds has been painted (performance.now()). */
  function untilPainted(isThere) {
    return new Promise((resolve) => {
      const look = () => {
        if (!isThere()) return requestAnimationFrame(look)
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => resolve(performance.now()))
        port1.start()
        port2.postMessage(null)
      }
      requestAnimationFrame(look)
    })
  }

  const isAt = (path) => location.pathname.startsWith(path)

  /** Milliseconds from the next key or press to the frame in which `selector` stands there, under `path`. */
  let landing = Promise.resolve(0)
  function arm(selector, path) {
    let from = 0
    for (const type of ['keydown', 'pointerdown', 'popstate'])
      addEventListener(type, ({ timeStamp }) => (from ||= timeStamp), { once: true, capture: true })
    const isThere = () => from > 0 && isAt(path) && document.querySelector(selector)
    landing = untilPainted(isThere).then((at) => at - from)
  }

  const scroller = () => document.querySelector('[data-line]')?.closest('ul')?.parentElement
  const lineAt = (x, y) =>
    document.elementFromPoint(x, y)?.closest('li')?.querySelector('[data-line]')

  /** A place of the list that shows no line, where there should be one. */
  function isBlank(list) {
    const { left, top, height } = list.getBoundingClientRect()
    for (let y = top + 8; y < top + height - 8; y += 28) if (!lineAt(left + 150, y)) return true
    return false
  }

  /** At the end of what was loaded, though there are more. */
  function isStopped(list) {
    if (list.scrollTop + list.clientHeight < list.scrollHeight - 1) return false
    const last = [...list.querySelectorAll('li')].at(-1)
    return Number(last?.ariaPosInSet) < Number(last?.ariaSetSize)
  }

  let run = null
  function begin() {
    const list = scroller()
    const mine = { list, gaps: [], blank: 0, longestBlank: 0, stopped: 0, since: 0, last: 0 }
    run = mine
    mine.last = performance.now()
    // What is painted is what stands there once everybody has had the frame, not only we.
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', ({ data: now }) => {
      if (run !== mine) return
      mine.gaps.push(now - mine.last)
      if (isStopped(mine.list)) mine.stopped += now - mine.last
      if (isBlank(mine.list)) {
        mine.blank += 1
        mine.since ||= mine.last
        mine.longestBlank = Math.max(mine.longestBlank, now - mine.since)
      } else mine.since = 0
      mine.last = now
      requestAnimationFrame(look)
    })
    port1.start()
    const look = (now) => port2.postMessage(now)
    requestAnimationFrame(look)
  }

  /** `gaps`: milliseconds between frames. */
  function end() {
    const { gaps, blank, longestBlank, stopped } = run
    run = null
    return { gaps, blank, longestBlank, stopped }
  }

  /** Which line stands first in the list, and where. */
  function place() {
    const list = scroller()
    const { left, top } = list.getBoundingClientRect()
    const line = lineAt(left + 150, top + 8)
    const row = line?.closest('li')
    return {
      id: line?.dataset.line ?? '',
      at: Number(row?.ariaPosInSet ?? 0),
      of: Number(row?.ariaSetSize ?? 0),
    }
  }

  return {
    loaded: () => ({ largest, firstRow }),
    /** The interactions since last asked. Waits until the last of them has been told. */
    taken: async () => {
      await new Promise((resolve) => setTimeout(resolve, 200))
      const all = [...interactions.values()]
      interactions.clear()
      return all
    },
    arm,
    landed: () => landing,
    begin,
    end,
    place,
    middle: () => {
      const { left, top, width, height } = scroller().getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    },
  }
})()

/**
 * npm starts us through a shell, and a shell that is told to end does not tell us: we notice when our
 * parent is another one.
 * @param {() => void} then
 */
export function whenAbandoned(then) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    then()
  }, 200)
  timer.unref()
}

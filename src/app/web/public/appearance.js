// Runs before the first paint, so that a chosen theme does not flash in the other one.
const root = document.documentElement
let chosen = {}
try {
  chosen = JSON.parse(localStorage.getItem('uketome.preferences') ?? '{}')
} catch {
  // A browser that keeps nothing starts with its own colours.
}
const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches
root.dataset.theme =
  chosen.theme === 'dark' || (chosen.theme !== 'light' && prefersDark) ? 'dark' : 'light'
root.dataset.density = chosen.density === 'compact' ? 'compact' : 'comfortable'
root.lang = chosen.language === 'en' ? 'en' : 'ja'

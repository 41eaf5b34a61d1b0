/** @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} Locked */

const systems = 'aix android darwin freebsd linux netbsd openbsd openharmony sunos win32'.split(' ')
const processors = 'arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x wasm32 x64'.split(' ')

/**
 * Packages of other kinds of machine that the lock file names but does not hold, as entries for it.
 * @param {Record<string, Locked>} packages of package-lock.json
 * @returns {Record<string, Locked>}
 */
export function missingOptionals(packages) {
  /** @type {Record<string, Locked>} */
  const missing = {}
  for (const [path, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      if (!placesFrom(path, name).some((place) => packages[place])) {
        missing[`node_modules/${name}`] = {
          version: range.replace(/^[\^~]/, ''),
          optional: true,
          ...machineOf(name),
        }
      }
    }
  }
  return missing
}

/** Where Node would look for it, the nearest first. @param {string} path @param {string} name */
function placesFrom(path, name) {
  const steps = path === '' ? [] : path.split('/node_modules/')
  const above = steps.map((_, at) => steps.slice(0, steps.length - at).join('/node_modules/'))
  return [...above.map((each) => `${each}/node_modules/${name}`), `node_modules/${name}`]
}

/** npm skips a package that is for another machine without asking the registry. @param {string} name */
function machineOf(name) {
  const words = name.replace('windows', 'win32').split(/[-/]/)
  const pick = (/** @type {string[]} */ known) => known.filter((word) => words.includes(word))
  const libc = [
    ...(words.includes('musl') ? ['musl'] : []),
    ...(words.some((word) => word.startsWith('gnu')) ? ['glibc'] : []),
  ]
  return { os: pick(systems), cpu: pick(processors), ...(libc.length > 0 ? { libc } : {}) }
}

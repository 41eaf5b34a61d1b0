import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { rolldown } from 'rolldown'
import { house } from './run.js'
import { stampOf } from './server.js'

// Run by server.js, on the Node of the package.

const folder = join(house, 'dist', 'server')

/** What is started by its name. @type {Record<string, string>} */
const entries = { cli: 'src/app/cli.ts', reader: 'src/platform/mail/reader.ts' }

/** With binaries or files of their own: they are looked for where their package lies. */
const outside = [
  /^@myriaddreamin\/typst-ts-node-compiler$/,
  /^@node-rs\/argon2$/,
  /^pg-native$/,
  /^sharp$/,
]

/** Needed by every start. Apart from our own words: one letter beyond Latin 1, and V8 keeps a file in twice the bytes. */
const libraries =
  /node_modules\/(?:@asteasolutions|@better-auth|@better-fetch|@graphile|@hono|@noble|better-auth|better-call|graphile-worker|hono|jose|kysely|pg|pg-[a-z]+|pino|yaml|zod)\//

/** A thread's file lies beside whoever starts it, here too. */
const threads = {
  name: 'uketome-threads',
  transform: {
    filter: { code: /new Worker\(new URL\('\.\/\w+\.ts'/ },
    /** @param {string} code @param {string} id */
    handler(code, id) {
      const thread = /(new Worker\(new URL\('\.\/(\w+))\.ts'/
      const [, , name = ''] = thread.exec(code) ?? []
      const file = join(dirname(relative(house, id)), `${name}.ts`)
      if (entries[name] !== file)
        throw new Error(`${file} is started as a thread: name it an entry.`)
      return { code: code.replace(thread, "$1.js'"), map: null }
    },
  },
}

/** Megabytes that are read once, when first asked for, and not kept: not source text that stays for good. */
const weights = {
  name: 'uketome-weights',
  load: {
    filter: { id: /weights\.json$/ },
    /** @this {import('rolldown').PluginContext} @param {string} id */
    async handler(id) {
      const text = JSON.stringify(JSON.parse(await readFile(id, 'utf8')))
      const reference = this.emitFile({ type: 'asset', name: 'weights.json', source: text })
      const names = Object.keys(JSON.parse(text))
      return { code: laterRead(this.getFileName(reference), names), moduleType: 'js' }
    },
  },
}

/** @param {string} file @param {string[]} names */
function laterRead(file, names) {
  return `import { readFileSync } from 'node:fs'
let whole
function read() {
  if (whole) return whole
  whole = JSON.parse(readFileSync(new URL('./${file}', import.meta.url), 'utf8'))
  setImmediate(() => (whole = undefined))
  return whole
}
export default { ${names.map((name) => `get ${name}() { return read().${name} }`).join(', ')} }`
}

const { output, sources } = await bundled()
await put(output)
await keep(
  '.built',
  JSON.stringify({ stamp: await stampOf(sources), sources, files: namesOf(output) }),
)

async function bundled() {
  const bundle = await rolldown({
    cwd: house,
    input: entries,
    platform: 'node',
    external: outside,
    logLevel: 'warn',
    plugins: [threads, weights],
  })
  const { output } = await bundle.generate({
    format: 'esm',
    sourcemap: true,
    sourcemapExcludeSources: true,
    // Names stay: they are what one reads in a log.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    assetFileNames: '[name]-[hash][extname]',
    codeSplitting: { groups: [{ name: 'libraries', test: libraries }] },
  })
  const seen = await bundle.watchFiles
  await bundle.close()
  const ours = seen.map((file) => relative(house, file).split(sep).join('/'))
  return {
    output,
    sources: ours.filter((file) => /^(?!\.\.|node_modules\/)/.test(file)).toSorted(),
  }
}

/**
 * Beside what is there: a server that runs fetches its parts from here as they are needed. What the build before the
 * last has left goes.
 * @param {import('rolldown').RolldownOutput['output']} output
 */
async function put(output) {
  await mkdir(folder, { recursive: true })
  const told = await readFile(join(folder, '.built'), 'utf8').catch(() => '{"files":[]}')
  const stays = new Set([...namesOf(output), ...JSON.parse(told).files, '.built'])
  // Last what names the others.
  const isEntry = (/** @type {{ fileName: string }} */ { fileName }) => !fileName.includes('-')
  for (const file of [...output].toSorted((a, b) => Number(isEntry(a)) - Number(isEntry(b))))
    await keep(file.fileName, file.type === 'chunk' ? file.code : file.source)
  for (const name of await readdir(folder))
    if (!stays.has(name) && !(await isBeingWritten(name)))
      await rm(join(folder, name), { force: true })
}

/** @param {import('rolldown').RolldownOutput['output']} output */
function namesOf(output) {
  return output.map(({ fileName }) => fileName)
}

/** By somebody who builds beside us; what a crash has left is older. @param {string} name */
async function isBeingWritten(name) {
  if (!name.startsWith('.')) return false
  const found = await stat(join(folder, name)).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs < 3_600_000
}

/** Whole or not at all. @param {string} name @param {string | Uint8Array} content */
async function keep(name, content) {
  const fresh = join(folder, `.${randomUUID()}`)
  await writeFile(fresh, content)
  await rename(fresh, join(folder, name))
}

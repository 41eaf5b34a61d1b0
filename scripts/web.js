import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { house, node, run } from './run.js'
import { Problem, say } from './say.js'

const sources = ['src/kernel', 'src/kit', 'src/features', 'src/app/web']
const pages = ['index', 'form', 'chat', 'answer', 'visit', 'consult'].map((name) => `${name}.html`)
const files = ['vite.config.ts', 'scripts/words.ts', ...pages, 'package-lock.json']
const built = join(house, 'dist', 'web')
const fresh = join(house, 'dist', 'web.new')
const stampFile = join(built, '.stamp')

/** Builds the screens into dist/web unless they are built from exactly these sources already. */
export async function buildWeb() {
  const stamp = await stampOfSources()
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return
  say(
    '画面を組み立てています（変わったときだけ、数十秒）…',
    'Building the screens (only when they changed)…',
  )
  const { code, output } = await viteBuild()
  if (code !== 0) {
    throw new Problem(
      `${output}\n画面を組み立てられませんでした。上の記録を確かめてください。`,
      `${output}\nThe screens could not be built. See above.`,
    )
  }
  await writeFile(join(fresh, '.stamp'), stamp)
  await rm(built, { recursive: true, force: true })
  await rename(fresh, built)
}

// Beside the old one, so that an interrupted build leaves that in place.
async function viteBuild() {
  await mkdir(fresh, { recursive: true })
  const vite = [
    'node_modules/vite/bin/vite.js',
    'build',
    '--logLevel',
    'warn',
    '--outDir',
    fresh,
    '--emptyOutDir',
  ]
  return run(node, vite, { quiet: true, env: { ...process.env, NODE_ENV: 'production' } })
}

async function stampOfSources() {
  const hash = createHash('sha256')
  for (const file of [...files, ...(await Promise.all(sources.map(filesBelow))).flat()]) {
    hash.update(`${file}\0`).update(await readFile(join(house, file)))
  }
  return hash.digest('hex')
}

/** @param {string} folder */
async function filesBelow(folder) {
  const names = await readdir(join(house, folder), { recursive: true })
  return names
    .filter((name) => /\.\w+$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .toSorted()
}

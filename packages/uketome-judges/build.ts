/** dist/judges.js: the three judges and all they stand on in one file, weights and all. */
import { copyFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

await build({
  root: here('.'),
  configFile: false,
  logLevel: 'warn',
  build: {
    outDir: here('dist'),
    target: 'node20',
    // One line of weights is some megabytes: nobody is helped by a warning.
    chunkSizeWarningLimit: 10_000,
    lib: { entry: here('judges.ts'), formats: ['es'], fileName: 'judges' },
    // Node 20 to 24 have no Temporal of their own.
    rolldownOptions: { transform: { inject: { Temporal: ['temporal-polyfill', 'Temporal'] } } },
  },
})
await copyFile(
  here('../../node_modules/temporal-polyfill/LICENSE'),
  here('dist/LICENSE.temporal-polyfill'),
)

import { copyFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds `<folder>/dist/<name>.js` from `<name>.ts` there, with all it stands on. `folder` is a file URL with its slash. */
export async function buildOneFile(folder: URL, name: string): Promise<void> {
  const here = (path: string) => fileURLToPath(new URL(path, folder))
  await build({
    root: here('.'),
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: here('dist'),
      target: 'node20',
      // The weights are some megabytes in one line: nobody is helped by a warning.
      chunkSizeWarningLimit: 10_000,
      lib: { entry: here(`${name}.ts`), formats: ['es'], fileName: name },
      // Node 20 to 24 have no Temporal of their own.
      rolldownOptions: { transform: { inject: { Temporal: ['temporal-polyfill', 'Temporal'] } } },
    },
  })
  const polyfill = new URL('../node_modules/temporal-polyfill/LICENSE', import.meta.url)
  await copyFile(polyfill, here('dist/LICENSE.temporal-polyfill'))
}

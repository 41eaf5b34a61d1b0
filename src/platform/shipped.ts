import { fileURLToPath } from 'node:url'

/** Where a folder of ours lies: `playbooks/`. From here and from dist/server, where this may be bundled, it is as far. */
export function shippedFolder(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url))
}

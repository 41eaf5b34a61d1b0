import { fileURLToPath } from 'node:url'

/** Where a folder of ours lies: `playbooks/`. The house is as far from here as from dist/server, where this is bundled. */
export function shippedFolder(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url))
}

import { brokenBottle } from './broken-bottle.ts'
import type { Story } from './story.ts'

export const stories: readonly Story[] = [brokenBottle]

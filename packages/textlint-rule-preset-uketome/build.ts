/** dist/preset.js: the wording rules and all they stand on in one file. */
import { buildOneFile } from '../one-file.ts'

await buildOneFile(new URL('.', import.meta.url), 'preset')

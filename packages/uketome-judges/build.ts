/** dist/judges.js: the three judges and all they stand on in one file, weights and all. */
import { buildOneFile } from '../one-file.ts'

await buildOneFile(new URL('.', import.meta.url), 'judges')

import { complain } from './say.js'
import { closingLine, runTests } from './tests.js'

try {
  const result = await runTests(process.argv.slice(2))
  console.log(closingLine(result))
  process.exit(result.failed > 0 ? 1 : 0)
} catch (error) {
  complain(error)
  console.log(closingLine({ passed: 0, failed: 1, skipped: 0 }))
  process.exit(1)
}

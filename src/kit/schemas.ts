import { config } from 'zod'

// Imported before any contract: zod would try `new Function`, which the content security policy reports.
config({ jitless: true })

export { hearingJobs, startHearing } from './jobs.ts'

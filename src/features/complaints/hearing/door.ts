export { hearAll, hearingJobs, startHearing } from './jobs.ts'

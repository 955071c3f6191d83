export { defineJob, type Every, type JobContext, type JobDefinition } from './definition';
export { type JobOptions, type JobRequest, type Jobs, openJobs } from './jobs';
export type { JobCounts } from './store';
export type { Job, JobState } from './tables';

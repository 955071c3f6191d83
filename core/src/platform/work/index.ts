export { type EventStage, eventStages, type JobStage, jobStages } from './stages';
export { type SeenEvent, type SeenJob, type WorkQuery, workService } from './work-service';

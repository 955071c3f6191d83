import type { Platform } from '../../platform';
import { makeService } from './make-service';
import { plansService } from './plans-service';
import { sheetsService } from './sheets-service';

/** 定时导出: reports that come by themselves. */
export function reportPlanService(platform: Platform) {
  const plans = plansService(platform);
  const making = makeService(platform, sheetsService(platform), plans);
  const { jobs, ...made } = making;
  return { ...plans, ...made, planJobs: jobs };
}

export type { ReportMade } from './make-service';
export {
  type FileFormat,
  type PlannedReport,
  plannedReports,
  type ReportFile,
  type ReportPlan,
  spans,
} from './model';
export { reportKeptDays } from './plans-service';
export { planTables } from './tables';

export { auditKeptDays, type AuditQuery, auditLogService, type ShownEntry } from './service';
export { type AuditEntry, logInRoutes, type NewEntry, ruleRoutes } from './model';
export type { Recorded } from './recorder-service';
export { auditLogTables } from './tables';

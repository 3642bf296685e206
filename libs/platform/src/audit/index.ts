export { AuditLog, type AuditEntry } from './audit-log.js';
export { AuditLog1700000000001 } from './audit-log.migration.js';
export { anchorFault, headOfChain, readAnchors, writeAnchor, type AuditAnchor } from './audit-anchor.js';
export { AuditAnchoring } from './audit-anchoring.service.js';
export { verifyAuditChain, type AuditFault, type AuditReader, type AuditVerdict } from './verify.js';

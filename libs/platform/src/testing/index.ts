export { eventually } from './eventually.js';
export { startTestService, type TestService, type TestServiceOverrides } from './start-test-service.js';
export { testDatabaseServer, type TestDatabaseServer } from './test-database-server.js';
export { testIdentity, type TestIdentity } from './test-identity.js';

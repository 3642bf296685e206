import base from './jest.config.mjs';

// Ends when the tests have ended: of processes that were killed on purpose, pipes stay open here and there, and Jest
// would wait for them.
export default { ...base, forceExit: true };

import { loadConfig } from '#platform';
import { runUntilSignalled } from '../process/run-until-signalled.js';
import { IdentityConfig } from './identity.config.js';
import { startIdentity } from './identity-server.js';

await runUntilSignalled(() => startIdentity(loadConfig(IdentityConfig, process.env)));

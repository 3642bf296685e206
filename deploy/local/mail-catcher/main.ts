import { loadConfig } from '#platform';
import { runUntilSignalled } from '../process/run-until-signalled.js';
import { MailCatcherConfig } from './mail-catcher.config.js';
import { startMailCatcher } from './mail-catcher.js';

await runUntilSignalled(() => startMailCatcher(loadConfig(MailCatcherConfig, process.env)));

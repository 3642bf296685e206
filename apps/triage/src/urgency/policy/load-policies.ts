import { readdirSync } from 'node:fs';
import { compileSignals } from './compile-signals.js';
import { PolicyError } from './policy-error.js';
import { policyFaults } from './policy-faults.js';
import { PolicyReader, schemaFor } from './policy-reader.js';
import { POLICY_SCHEMA, WORD_LIST_SCHEMA } from './policy.schema.js';
import type { PolicyDocument, UrgencyPolicy } from './urgency-policy.js';
import type { WordList } from './word-list.js';

/** Every version of the policy that is at hand. */
export interface PolicyLibrary {
  /** The newest version, by which new meldingen are judged. */
  readonly current: UrgencyPolicy;
  find(version: string): UrgencyPolicy | undefined;
}

const POLICY_FILE = /^urgency-policy\..+\.yaml$/;
const isPolicy = schemaFor<PolicyDocument>(POLICY_SCHEMA);
const isWordList = schemaFor<WordList>(WORD_LIST_SCHEMA);

/**
 * Reads, checks and compiles every policy in a folder, by default those shipped with the service. A policy is used
 * as a whole or not at all (architecture.md 5).
 * @throws PolicyError with the faults of the first policy that is not usable.
 */
export function loadPolicies(folder: URL = new URL('.', import.meta.url)): PolicyLibrary {
  const policies = readdirSync(folder)
    .filter((name) => POLICY_FILE.test(name))
    .map((name) => loadPolicy(name, folder))
    .sort((a, b) => b.version.localeCompare(a.version, 'en', { numeric: true }));
  const [current] = policies;
  if (!current) throw new PolicyError(folder.href, ['no file urgency-policy.*.yaml']);
  return { current, find: (version) => policies.find((policy) => policy.version === version) };
}

function loadPolicy(name: string, folder: URL): UrgencyPolicy {
  const reader = new PolicyReader(name, folder);
  const document = reader.yaml(name, isPolicy);
  const lists = document.signalLists.map((file) => reader.yaml(file, isWordList));
  const lookalikes = lists.flatMap((list) => list.lookalikes.flatMap((file) => reader.words(file)));
  const faults = policyFaults(document, lists);
  const compiledSignals = compileSignals(lists, lookalikes, faults);
  if (faults.length > 0) throw reader.error(faults);
  const languages = lists.map(({ language }) => language);
  return { ...document, contentHash: reader.contentHash(), languages, compiledSignals };
}

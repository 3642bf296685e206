import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parseDocument } from 'yaml';
import { compileSignals } from './compile-signals.js';
import { PolicyError } from './policy-error.js';
import { policyFaults } from './policy-faults.js';
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
const validator = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
const isPolicy = validator.compile<PolicyDocument>(POLICY_SCHEMA);
const isWordList = validator.compile<WordList>(WORD_LIST_SCHEMA);

/**
 * Reads, checks and compiles every policy in a folder, by default the one shipped with the service. A policy is
 * used as a whole or not at all (architecture.md 5).
 * @throws PolicyError with every fault of the first policy that is not usable.
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
  const content = readFileSync(new URL(name, folder), 'utf8');
  const hash = createHash('sha256').update(content);
  const document = parsed(name, content);
  if (!isPolicy(document)) throw new PolicyError(name, errorsOf(isPolicy.errors));
  const faults: string[] = [];
  const lists = document.signalLists.flatMap((file) => {
    const words = readFileSync(new URL(file, folder), 'utf8');
    hash.update(words);
    const list = parsed(file, words);
    if (isWordList(list)) return [list];
    faults.push(...errorsOf(isWordList.errors).map((fault) => `${file}: ${fault}`));
    return [];
  });
  if (faults.length > 0) throw new PolicyError(name, faults);
  faults.push(...policyFaults(document, lists));
  const compiledSignals = compileSignals(lists, faults);
  if (faults.length > 0) throw new PolicyError(name, faults);
  const languages = lists.map(({ language }) => language);
  return { ...document, contentHash: hash.digest('hex'), languages, compiledSignals };
}

function parsed(source: string, content: string): unknown {
  const document = parseDocument(content, { uniqueKeys: true });
  if (document.errors.length > 0) {
    throw new PolicyError(
      source,
      document.errors.map(({ message }) => message),
    );
  }
  return document.toJS() as unknown;
}

function errorsOf(errors: typeof isPolicy.errors): string[] {
  return (errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath || '/'} ${message ?? 'is wrong'} ${JSON.stringify(params)}`,
  );
}

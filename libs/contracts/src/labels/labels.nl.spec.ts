import { describe, expect, it } from '@jest/globals';
import { CONDUCT_TYPES, SINGLE_ANSWERS, SINGLE_ANSWER_KEYS } from '../codes/answers.js';
import * as states from '../codes/case-states.js';
import { KINDS } from '../codes/kinds.js';
import { READ_PURPOSES } from '../codes/read-purposes.js';
import * as submitters from '../codes/submitters.js';
import * as themes from '../codes/themes.js';
import { LABELS_NL, labelNl, type LabelledCode } from './labels.nl.js';

const lists: [LabelledCode, readonly string[]][] = [
  ['kind', KINDS],
  ['submitterType', submitters.SUBMITTER_TYPES],
  ['identityMode', submitters.IDENTITY_MODES],
  ['channel', submitters.CHANNELS],
  ['preferredChannel', submitters.PREFERRED_CHANNELS],
  ['conductTypes', CONDUCT_TYPES],
  ...SINGLE_ANSWER_KEYS.map((key): [LabelledCode, readonly string[]] => [key, SINGLE_ANSWERS[key]]),
  ['theme', themes.THEMES],
  ['measure', themes.PERSONEELSTEKORT_MEASURES],
  ['inspectieAdvice', themes.INSPECTIE_ADVICES],
  ['reportedTo', themes.REPORTED_TO],
  ['level', states.LEVELS],
  ['status', states.CASE_STATUSES],
  ['queue', states.QUEUES],
  ['team', states.TEAMS],
  ['handlerRole', states.HANDLER_ROLES],
  ['readPurpose', READ_PURPOSES],
  ['licenceState', states.LICENCE_STATES],
  ['enforcementState', states.ENFORCEMENT_STATES],
  ['traceStep', states.TRACE_STEPS],
];

describe('Dutch labels', () => {
  it.each(lists)('has exactly one label for every value of %s', (list, values) => {
    expect(Object.keys(LABELS_NL[list]).sort()).toEqual([...values].sort());
  });

  it('refuses a value that has no label', () => {
    expect(() => labelNl('level', 'GEVAAR')).toThrow(RangeError);
  });
});

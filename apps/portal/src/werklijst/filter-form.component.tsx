import type { VNode } from 'preact';
import { CASE_STATUSES, labelNl, LEVELS, QUEUES, type LabelledCode } from '#contracts';
import type { Option } from '../design/options.component.js';
import { SelectField } from '../design/select-field.component.js';
import { TextField } from '../design/text-field.component.js';
import { isNarrowed, type WorklistFilter } from './worklist-filter.js';

const options = (list: LabelledCode, values: readonly string[]): Option[] =>
  values.map((value) => ({ value, label: labelNl(list, value) }));

const ASSIGNEES: Option[] = [
  { value: 'me', label: 'Van mij' },
  { value: 'none', label: 'Nog van niemand' },
];

export const FilterForm = ({ filter }: { filter: WorklistFilter }): VNode => (
  <form class="op-filters" method="get" action="/werklijst" role="search" aria-label="Werklijst filteren">
    <SelectField
      name="queue"
      label="Wachtrij"
      none="Alle"
      options={options('queue', QUEUES)}
      chosen={filter.queue}
    />
    <SelectField
      name="level"
      label="Urgentie"
      none="Alle"
      options={options('level', LEVELS)}
      chosen={filter.level}
    />
    <SelectField
      name="status"
      label="Status"
      none="Alles wat open is"
      options={options('status', CASE_STATUSES)}
      chosen={filter.status}
    />
    <SelectField
      name="assignee"
      label="Behandelaar"
      none="Iedereen"
      options={ASSIGNEES}
      chosen={filter.assignee}
    />
    <TextField name="q" label="Referentie of opvang" type="search" value={filter.q} />
    <div class="op-actions">
      <button class="op-button" type="submit">
        Filter
      </button>
      {isNarrowed(filter) ? <a href="/werklijst">Toon alles</a> : null}
    </div>
  </form>
);

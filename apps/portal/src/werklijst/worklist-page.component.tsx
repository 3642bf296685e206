import type { VNode } from 'preact';
import type { StaffSession } from '../session/staff-session.js';
import { StaffFrame } from '../staff/staff-frame.component.js';
import { FilterForm } from './filter-form.component.js';
import { isNarrowed, worklistQuery, type WorklistFilter } from './worklist-filter.js';
import type { WorklistPage } from './worklist.client.js';
import { WorklistTable } from './worklist-table.component.js';

interface WorklistViewProps {
  session: StaffSession;
  filter: WorklistFilter;
  page: WorklistPage;
  now: Date;
}

const Paging = ({ filter, page }: Pick<WorklistViewProps, 'filter' | 'page'>): VNode => (
  <nav class="op-actions" aria-label="Bladeren">
    {filter.cursor === '' ? null : (
      <a href={`/werklijst${worklistQuery({ ...filter, cursor: '' })}`}>Naar het begin</a>
    )}
    {page.nextCursor === null ? null : (
      <a href={`/werklijst${worklistQuery({ ...filter, cursor: page.nextCursor })}`} rel="next">
        Volgende zaken
      </a>
    )}
  </nav>
);

const nothingFound = (filter: WorklistFilter): string =>
  isNarrowed(filter) ? 'Geen zaken met deze filter.' : 'Er staan nu geen zaken voor je klaar.';

export const WorklistView = ({ session, filter, page, now }: WorklistViewProps): VNode => (
  <StaffFrame title="Werklijst" session={session} section="WORKLIST">
    <h1>Werklijst</h1>
    <FilterForm filter={filter} />
    {page.items.length === 0 ? <p>{nothingFound(filter)}</p> : <WorklistTable items={page.items} now={now} />}
    <Paging filter={filter} page={page} />
  </StaffFrame>
);

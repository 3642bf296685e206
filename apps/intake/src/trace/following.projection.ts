import type { Projection } from '#messaging';

/** What other services told about a melding. The step of the receipt is intake's own, and told by no event. */
export const FOLLOWING: Projection = {
  name: 'following',
  tables: [{ table: 'melding_handling' }, { table: 'trace_step', rows: 'event_id IS NOT NULL' }],
};

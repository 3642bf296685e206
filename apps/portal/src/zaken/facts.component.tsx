import type { VNode } from 'preact';

export interface Fact {
  term: string;
  /** Left out when there is nothing to say. */
  value: string | undefined;
}

/** A list of facts; those without a value are not shown. */
export const Facts = ({ facts }: { facts: Fact[] }): VNode => (
  <dl class="op-facts">
    {facts.map(({ term, value }) =>
      value === undefined || value === '' ? null : (
        <>
          <dt key={term}>{term}</dt>
          <dd>{value}</dd>
        </>
      ),
    )}
  </dl>
);

import type { ComponentChildren, VNode } from 'preact';

interface NoticeProps {
  tone: 'plain' | 'good' | 'warning' | 'danger';
  children: ComponentChildren;
}

/** A block that stands out, never by colour alone: it has an edge and starts with its own words. */
export const Notice = ({ tone, children }: NoticeProps): VNode => (
  <div class={tone === 'plain' ? 'op-notice' : `op-notice op-notice--${tone}`}>{children}</div>
);

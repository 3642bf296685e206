import type { VNode } from 'preact';
import { labelNl, type Level } from '#contracts';

/** Each level has a shape of its own, so that it is told by word and form, not by colour alone. */
const SHAPES: Record<Level, VNode> = {
  CRISIS: <path d="M7 2h10l5 5v10l-5 5H7l-5-5V7zM12 6.500v7M12 16v2" />,
  HIGH: <path d="M12 3l10 18H2zM12 9.500v5M12 17v1.500" />,
  NORMAL: <circle cx="12" cy="12" r="8.500" />,
  LOW: <path d="M4 12h16" />,
};

/** Urgency as a word with a shape. */
export const LevelBadge = ({ level }: { level: Level }): VNode => (
  <span class={`op-level op-level--${level.toLowerCase()}`}>
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2.400"
      aria-hidden="true"
      focusable="false"
    >
      {SHAPES[level]}
    </svg>
    {labelNl('level', level)}
  </span>
);

import type { VNode } from 'preact';
import type { Reason, StoryField } from './case-answers.js';
import { markedText, type TextPart } from './marked-text.js';

const Part = ({ part }: { part: TextPart }): VNode =>
  part.codes.length === 0 ? (
    <>{part.text}</>
  ) : (
    <mark>
      {part.text}
      <span class="op-story__code">
        <span class="op-visually-hidden"> (aanwijzing voor </span>
        {part.codes.join(', ')}
        <span class="op-visually-hidden">)</span>
      </span>
    </mark>
  );

interface StoryProps {
  title: string;
  field: StoryField;
  text: string;
  reasons: Reason[];
}

/** What somebody wrote, with the words marked that a rule matched. Free text is data: it is only ever shown escaped. */
export const Story = ({ title, field, text, reasons }: StoryProps): VNode => (
  <>
    <h3>{title}</h3>
    <div class="op-story">
      {markedText(field, text, reasons).map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </div>
  </>
);

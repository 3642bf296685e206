import type { Reason, StoryField } from './case-answers.js';

export interface TextPart {
  text: string;
  /** Codes of the rules that this part made fire; none for ordinary text. */
  codes: string[];
}

interface Mark {
  start: number;
  end: number;
  code: string;
}

function marksIn(field: StoryField, length: number, reasons: Reason[]): Mark[] {
  return reasons.flatMap(({ code, evidence }) =>
    evidence.flatMap((one) =>
      // An offset beyond the text belongs to another text: better no mark than a wrong one.
      one.type === 'text' && one.field === field && one.start >= 0 && one.start < one.end && one.end <= length
        ? [{ start: one.start, end: one.end, code }]
        : [],
    ),
  );
}

/**
 * Cuts a text at the evidence of the reasons. Overlapping evidence is cut finer, so that every part names exactly
 * the rules it belongs to; put together again the parts are the text.
 */
export function markedText(field: StoryField, text: string, reasons: Reason[]): TextPart[] {
  const marks = marksIn(field, text.length, reasons);
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    const codes = marks.filter((mark) => mark.start <= start && mark.end >= end).map(({ code }) => code);
    return { text: text.slice(start, end), codes: [...new Set(codes)] };
  });
}

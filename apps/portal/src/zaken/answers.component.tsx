import type { VNode } from 'preact';
import { labelNl } from '#contracts';
import { longDay, longMoment } from '../time/local-time.js';
import type { MeldingContent, Personeelstekort } from './case-answers.js';
import { answerWords, inFormOrder, questionWords } from './case-words.js';
import { Facts, type Fact } from './facts.component.js';

const list = (code: 'theme' | 'reportedTo' | 'measure', values: string[]): string =>
  values.map((value) => labelNl(code, value)).join(', ');

const numberWords = (value: number | null): string | undefined => value?.toLocaleString('nl-BE');
const factDateWords = (value: string): string => (value.length > 10 ? longMoment(value) : longDay(value));

function shortageFacts(shortage: Personeelstekort | null): Fact[] {
  if (shortage === null) return [];
  return [
    { term: 'Maatregelen', value: list('measure', shortage.measures) || 'Geen maatregel' },
    { term: 'Voltijdse begeleiders die ontbreken', value: numberWords(shortage.absentFte) },
    { term: 'Voltijdse begeleiders normaal', value: numberWords(shortage.totalFte) },
    { term: 'Plaatsen', value: numberWords(shortage.affectedPlaces) },
    {
      term: 'Verwacht tot',
      value: shortage.expectedUntil === null ? undefined : longDay(shortage.expectedUntil),
    },
  ];
}

function placeWords({ location, locations }: MeldingContent): string {
  const known = locations.map(({ name, municipality }) => `${name}, ${municipality}`).join('; ');
  return known || [location.description, location.municipality].filter(Boolean).join(', ');
}

/** What the melder ticked, question by question; not answered is shown as such. */
export const Answers = ({ content }: { content: MeldingContent }): VNode => (
  <section aria-labelledby="antwoorden">
    <h2 id="antwoorden">Antwoorden</h2>
    <Facts
      facts={[
        { term: 'Opvang', value: placeWords(content) },
        {
          term: 'Wanneer gebeurde het',
          value: content.factDate === null ? 'Niet gezegd' : factDateWords(content.factDate),
        },
        { term: 'Waarover', value: list('theme', content.themes) },
        ...inFormOrder(content.answers).map(([key, value]) => ({
          term: questionWords(key),
          value: answerWords(key, value),
        })),
        ...shortageFacts(content.personeelstekort),
        {
          term: 'Ouders ingelicht',
          value:
            content.parentsInformed === null
              ? undefined
              : labelNl('parentsInformed', content.parentsInformed),
        },
        { term: 'Ook gemeld aan', value: list('reportedTo', content.alreadyReportedTo) },
        { term: 'Kanaal', value: labelNl('channel', content.channel) },
      ]}
    />
  </section>
);

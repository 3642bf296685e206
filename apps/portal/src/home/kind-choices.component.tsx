import type { VNode } from 'preact';
import { kindAddress } from '../melden/kind-address.js';
import { CHOICE_GROUPS, type ChoiceGroup } from './choices.js';

const Group = ({ group }: { group: ChoiceGroup }): VNode => (
  <>
    <h3>{group.title}</h3>
    <ul class={group.tone === 'urgent' ? 'op-choices op-choices--urgent' : 'op-choices'}>
      {group.choices.map((choice) => (
        <li key={choice.kind}>
          <a href={kindAddress(choice.kind)}>{choice.wish}</a>
          <p>{choice.explanation}</p>
        </li>
      ))}
    </ul>
  </>
);

/** All forms, as wishes in everyday words. */
export const KindChoices = (): VNode => (
  <>
    {CHOICE_GROUPS.map((group) => (
      <Group key={group.title} group={group} />
    ))}
    <p class="op-soft">
      Twijfel je? Kies gerust <a href={kindAddress('MELDING')}>Ik maak me zorgen over een opvang</a>. Een
      medewerker kijkt zelf wat nodig is. Een verkeerd formulier vertraagt niets.
    </p>
  </>
);

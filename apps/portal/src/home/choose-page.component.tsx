import type { VNode } from 'preact';
import { PublicPage } from '../page/public-page.component.js';
import { KindChoices } from './kind-choices.component.js';

export const ChoosePage = ({ exitUrl }: { exitUrl: string }): VNode => (
  <PublicPage title="Wat wil je melden?" exitUrl={exitUrl}>
    <h1>Wat wil je melden?</h1>
    <p class="op-lead">Je hebt ongeveer vijf minuten nodig.</p>
    <h2>Kies wat het best past</h2>
    <KindChoices />
  </PublicPage>
);

import type { VNode } from 'preact';
import { WhoSeesIt } from './who-sees-it.component.js';
import { PublicPage } from '../page/public-page.component.js';

export const PrivacyPage = ({ exitUrl }: { exitUrl: string }): VNode => (
  <PublicPage title="Toegankelijkheid en privacy" exitUrl={exitUrl}>
    <div class="op-column">
      <h1>Toegankelijkheid en privacy</h1>
      <h2>Wie ziet wat je meldt?</h2>
      <WhoSeesIt />
      <h2>Wat blijft er op je toestel?</h2>
      <p>
        Wie iets meldt of opvolgt, krijgt geen cookies. We vragen je browser om de pagina's niet te bewaren.
        Je browser onthoudt wel dat je deze site bezocht. Wil je dat niet? Wis dan je geschiedenis, of gebruik
        een privévenster.
      </p>
      <p>
        Met de knop <strong>Verlaat deze site snel</strong> ga je meteen naar een gewone nieuwssite. Wat je al
        had ingevuld, is dan weg.
      </p>
      <h2>Voor iedereen bruikbaar</h2>
      <p>
        Je kan alles doen met het toetsenbord, met een schermlezer, op een kleine telefoon, met grote letters
        en zonder JavaScript. Lukt er iets toch niet? Stel een <a href="/melden/vraag">vraag</a>, dan helpen
        we je verder.
      </p>
    </div>
  </PublicPage>
);

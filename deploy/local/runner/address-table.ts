import type { StaffAccount } from '../identity/staff-account.js';
import { DEMO_PASSWORD } from '../identity/staff-account.js';
import type { LocalPorts } from '../ports/local-ports.js';

/** What the operator sees once everything is ready. */
export function readyText(ports: LocalPorts, staff: StaffAccount[], link: string, logFile: string): string {
  const at = (port: number) => `http://localhost:${port}`;
  const addresses: [string, string, string][] = [
    ['Portaal (melden, volgen, medewerkers)', at(ports.portal), ''],
    ['Opgevangen mails', at(ports.mailHttp), `SMTP op poort ${ports.mailSmtp}`],
    ['Aanmelden (OpenID Connect)', at(ports.identity), ''],
    ['intake', at(ports.intake), `API: ${at(ports.intake)}/docs`],
    ['triage', at(ports.triage), `API: ${at(ports.triage)}/docs`],
    ['dossier-sync', at(ports.dossierSync), `API: ${at(ports.dossierSync)}/docs`],
    ['notification', at(ports.notification), `API: ${at(ports.notification)}/docs`],
    ['edison', at(ports.edison), `API: ${at(ports.edison)}/docs`],
    ['PostgreSQL', `127.0.0.1:${ports.postgres}`, 'één database per dienst'],
    ['Berichten tussen diensten', link, ''],
  ];
  const logins = staff.map(({ username, name, roles, team }): [string, string, string] => [
    username,
    name,
    `${roles.join(', ')} · ${team}`,
  ]);
  return [
    '',
    'Het Opgroeipunt draait. Alle gegevens zijn verzonnen.',
    '',
    ...columns(addresses),
    '',
    `Medewerkers (wachtwoord: ${DEMO_PASSWORD})`,
    '',
    ...columns(logins),
    '',
    `Probeer nu:  npm run demo   (in een ander venster: 25 meldingen van formulier tot dossier en mail)`,
    `             of doe zelf een melding op ${at(ports.portal)}`,
    `Logboek:     ${logFile}`,
    `Stoppen:     Ctrl-C`,
    '',
  ].join('\n');
}

function columns(rows: [string, string, string][]): string[] {
  const width = (index: 0 | 1) => Math.max(...rows.map((row) => row[index].length));
  const [first, second] = [width(0), width(1)];
  return rows.map(([a, b, c]) => `  ${a.padEnd(first)}  ${b.padEnd(second)}  ${c}`.trimEnd());
}

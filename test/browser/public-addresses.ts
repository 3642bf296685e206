/** Every page that anybody may open, by a name for its picture. */
export const PUBLIC_ADDRESSES: [name: string, address: string][] = [
  ['home', '/'],
  ['kiezen', '/melden'],
  ['crisis', '/melden/crisis'],
  ['gevaarsituatie', '/melden/gevaarsituatie'],
  ['melding', '/melden/melding'],
  ['signaal', '/melden/signaal'],
  ['klacht-opvang', '/melden/klacht-opvang'],
  ['klacht-dienstverlening', '/melden/klacht-dienstverlening'],
  ['personeelstekort', '/melden/personeelstekort'],
  ['feedback', '/melden/feedback'],
  ['vraag', '/melden/vraag'],
  ['vraag-handhaving', '/melden/vraag-handhaving'],
  ['vraag-overzicht', '/melden/vraag-overzicht'],
  ['opvolgen', '/opvolgen'],
  ['privacy', '/toegankelijkheid-en-privacy'],
  ['bestaat-niet', '/bestaat-niet'],
];

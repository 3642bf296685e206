import { ProblemException } from '#platform';

/** Version of a case as an ETag. */
export const etagOf = ({ version }: { version: number }): string => `"${version}"`;

/**
 * Holds a change to the version that the person saw.
 * @param ifMatch the header `If-Match`; without it any version will do
 * @throws ProblemException 412 when the case has changed since
 */
export function requireVersion(theCase: { version: number }, ifMatch: string | undefined): void {
  if (
    ifMatch === undefined ||
    ifMatch === '*' ||
    ifMatch.split(',').some((tag) => tag.trim() === etagOf(theCase))
  )
    return;
  throw new ProblemException(412, {
    code: 'CASE_CHANGED',
    detail: {
      nl: 'Iemand heeft deze zaak intussen gewijzigd. Bekijk de zaak opnieuw en probeer nog eens.',
      en: 'Somebody has changed this case meanwhile. Look at the case again and try once more.',
      fr: "Quelqu'un a modifié ce dossier entre-temps. Consultez à nouveau le dossier et réessayez.",
    },
  });
}

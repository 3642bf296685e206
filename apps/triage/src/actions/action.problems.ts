import { ProblemException } from '#platform';

/** Somebody else was first, or the case has moved on. */
const conflict = (code: string, detail: string): ProblemException =>
  new ProblemException(409, { code, detail });

export const alreadyAssigned = (assigneeName: string): ProblemException =>
  conflict(
    'CASE_ALREADY_ASSIGNED',
    `Deze zaak is al toegewezen aan ${assigneeName}. Bekijk de zaak opnieuw.`,
  );

export const reassignNeedsVersion = (assigneeName: string): ProblemException =>
  conflict(
    'CASE_ALREADY_ASSIGNED',
    `Deze zaak is al toegewezen aan ${assigneeName}. Wil je ze aan iemand anders geven? Bekijk de zaak opnieuw en stuur ` +
      'de versie (ETag) die je zag mee als If-Match.',
  );

export const alreadyStarted = (): ProblemException =>
  conflict('CASE_ALREADY_STARTED', 'Deze zaak is al in onderzoek. Bekijk de zaak opnieuw.');

export const caseClosed = (): ProblemException =>
  conflict('CASE_CLOSED', 'Deze zaak is afgesloten. Heropen ze eerst.');

export const levelNotHigher = (): ProblemException =>
  conflict(
    'LEVEL_NOT_HIGHER',
    'De zaak heeft deze urgentie al, of een hogere. Verlagen kan alleen met een reden en een tweede lezer.',
  );

export const notForYou = (): ProblemException =>
  new ProblemException(403, {
    code: 'ACTION_NOT_ALLOWED',
    detail: 'Met jouw functie of team kan je dit niet doen met deze zaak. Vraag het aan de teamcoördinator.',
  });

const assigneeFault = (code: string, message: string): ProblemException =>
  new ProblemException(400, {
    code: 'INVALID_INPUT',
    detail: 'Deze medewerker kan de zaak niet krijgen.',
    errors: [{ pointer: '/assignee', code, message }],
  });

export const unknownAssignee = (): ProblemException =>
  assigneeFault('UNKNOWN_STAFF', 'We kennen geen medewerker met deze gebruikersnaam.');

export const unfitAssignee = (): ProblemException =>
  assigneeFault('UNFIT_STAFF', 'Deze medewerker heeft niet de functie of het team voor deze zaak.');

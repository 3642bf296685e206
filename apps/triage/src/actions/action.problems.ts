import { ProblemException, type LocalText } from '#platform';

/** Somebody else was first, or the case has moved on. */
const conflict = (code: string, detail: LocalText): ProblemException =>
  new ProblemException(409, { code, detail });

export const alreadyAssigned = (assigneeName: string): ProblemException =>
  conflict('CASE_ALREADY_ASSIGNED', {
    nl: `Deze zaak is al toegewezen aan ${assigneeName}. Bekijk de zaak opnieuw.`,
    en: `This case is assigned to ${assigneeName} already. Look at the case again.`,
  });

export const reassignNeedsVersion = (assigneeName: string): ProblemException =>
  conflict('CASE_ALREADY_ASSIGNED', {
    nl:
      `Deze zaak is al toegewezen aan ${assigneeName}. Wil je ze aan iemand anders geven? Bekijk de zaak opnieuw en stuur ` +
      'de versie (ETag) die je zag mee als If-Match.',
    en:
      `This case is assigned to ${assigneeName} already. To give it to somebody else, look at the case again and send the ` +
      'version (ETag) that you saw as If-Match.',
  });

export const alreadyStarted = (): ProblemException =>
  conflict('CASE_ALREADY_STARTED', {
    nl: 'Deze zaak is al in onderzoek. Bekijk de zaak opnieuw.',
    en: 'This case is in assessment already. Look at the case again.',
  });

export const caseClosed = (): ProblemException =>
  conflict('CASE_CLOSED', {
    nl: 'Deze zaak is afgesloten. Heropen ze eerst.',
    en: 'This case is closed. Reopen it first.',
  });

export const levelNotHigher = (): ProblemException =>
  conflict('LEVEL_NOT_HIGHER', {
    nl: 'De zaak heeft deze urgentie al, of een hogere. Verlagen kan alleen met een reden en een tweede lezer.',
    en: 'The case has this level already, or a higher one. Lowering needs a reason and a second reader.',
  });

export const notForYou = (): ProblemException =>
  new ProblemException(403, {
    code: 'ACTION_NOT_ALLOWED',
    detail: {
      nl: 'Met jouw functie of team kan je dit niet doen met deze zaak. Vraag het aan de teamcoördinator.',
      en: 'Your function or team may not do this with this case. Ask the team coordinator.',
    },
  });

const assigneeFault = (code: string, message: LocalText): ProblemException =>
  new ProblemException(400, {
    code: 'INVALID_INPUT',
    detail: { nl: 'Deze medewerker kan de zaak niet krijgen.', en: 'This person cannot get the case.' },
    errors: [{ pointer: '/assignee', code, message }],
  });

export const unknownAssignee = (): ProblemException =>
  assigneeFault('UNKNOWN_STAFF', {
    nl: 'We kennen geen medewerker met deze gebruikersnaam.',
    en: 'There is no member of staff with this username.',
  });

export const unfitAssignee = (): ProblemException =>
  assigneeFault('UNFIT_STAFF', {
    nl: 'Deze medewerker heeft niet de functie of het team voor deze zaak.',
    en: 'This person does not have the function or the team for this case.',
  });

import { ProblemException, type LocalText } from '#platform';

/** Somebody else was first, or the case has moved on. */
const conflict = (code: string, detail: LocalText): ProblemException =>
  new ProblemException(409, { code, detail });

export const alreadyAssigned = (assigneeName: string): ProblemException =>
  conflict('CASE_ALREADY_ASSIGNED', {
    nl: `Deze zaak is al toegewezen aan ${assigneeName}. Bekijk de zaak opnieuw.`,
    en: `This case is assigned to ${assigneeName} already. Look at the case again.`,
    fr: `Ce dossier est déjà attribué à ${assigneeName}. Consultez à nouveau le dossier.`,
  });

export const reassignNeedsVersion = (assigneeName: string): ProblemException =>
  conflict('CASE_ALREADY_ASSIGNED', {
    nl:
      `Deze zaak is al toegewezen aan ${assigneeName}. Wil je ze aan iemand anders geven? Bekijk de zaak opnieuw en stuur ` +
      'de versie (ETag) die je zag mee als If-Match.',
    en:
      `This case is assigned to ${assigneeName} already. To give it to somebody else, look at the case again and send the ` +
      'version (ETag) that you saw as If-Match.',
    fr:
      `Ce dossier est déjà attribué à ${assigneeName}. Voulez-vous l'attribuer à quelqu'un d'autre ? Consultez à nouveau ` +
      'le dossier et envoyez comme If-Match la version (ETag) que vous avez vue.',
  });

export const alreadyStarted = (): ProblemException =>
  conflict('CASE_ALREADY_STARTED', {
    nl: 'Deze zaak is al in onderzoek. Bekijk de zaak opnieuw.',
    en: 'This case is in assessment already. Look at the case again.',
    fr: "Ce dossier est déjà en cours d'examen. Consultez à nouveau le dossier.",
  });

export const caseClosed = (): ProblemException =>
  conflict('CASE_CLOSED', {
    nl: 'Deze zaak is afgesloten. Heropen ze eerst.',
    en: 'This case is closed. Reopen it first.',
    fr: "Ce dossier est clôturé. Rouvrez-le d'abord.",
  });

export const levelNotHigher = (): ProblemException =>
  conflict('LEVEL_NOT_HIGHER', {
    nl: 'De zaak heeft deze urgentie al, of een hogere. Verlagen kan alleen met een reden en een tweede lezer.',
    en: 'The case has this level already, or a higher one. Lowering needs a reason and a second reader.',
    fr: "Le dossier a déjà ce degré d'urgence, ou un degré plus élevé. Pour l'abaisser, il faut une raison et une deuxième lecture.",
  });

export const notForYou = (): ProblemException =>
  new ProblemException(403, {
    code: 'ACTION_NOT_ALLOWED',
    detail: {
      nl: 'Met jouw functie of team kan je dit niet doen met deze zaak. Vraag het aan de teamcoördinator.',
      en: 'Your function or team may not do this with this case. Ask the team coordinator.',
      fr: 'Votre fonction ou votre équipe ne permet pas cette action sur ce dossier. Adressez-vous à la coordination de votre équipe.',
    },
  });

const assigneeFault = (code: string, message: LocalText): ProblemException =>
  new ProblemException(400, {
    code: 'INVALID_INPUT',
    detail: {
      nl: 'Deze medewerker kan de zaak niet krijgen.',
      en: 'This person cannot get the case.',
      fr: 'Ce membre du personnel ne peut pas recevoir ce dossier.',
    },
    errors: [{ pointer: '/assignee', code, message }],
  });

export const unknownAssignee = (): ProblemException =>
  assigneeFault('UNKNOWN_STAFF', {
    nl: 'We kennen geen medewerker met deze gebruikersnaam.',
    en: 'There is no member of staff with this username.',
    fr: "Nous ne connaissons aucun membre du personnel avec ce nom d'utilisateur.",
  });

export const unfitAssignee = (): ProblemException =>
  assigneeFault('UNFIT_STAFF', {
    nl: 'Deze medewerker heeft niet de functie of het team voor deze zaak.',
    en: 'This person does not have the function or the team for this case.',
    fr: "Ce membre du personnel n'a pas la fonction ou l'équipe requise pour ce dossier.",
  });

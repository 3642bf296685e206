import { ProblemException } from '#platform';

export const tooMany = (waitSeconds: number): ProblemException =>
  new ProblemException(429, {
    code: 'TOO_MANY_REQUESTS',
    detail: {
      nl: 'Je stuurt te veel na elkaar. Wacht even en probeer opnieuw. Is er een kind in levensgevaar? Bel 112.',
      en: 'Too many requests. Wait a little and try again. Is a child in mortal danger? Call 112.',
      fr: 'Vous envoyez trop de demandes à la suite. Attendez un peu et essayez à nouveau. Un enfant est en danger de mort ? Appelez le 112.',
    },
    headers: { 'Retry-After': String(waitSeconds) },
  });

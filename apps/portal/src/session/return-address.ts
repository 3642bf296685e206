/** Where to go after signing in: a page of this portal and nothing else, whatever the address bar says. */
export function returnAddress(asked: string | undefined): string {
  const fallback = '/werklijst';
  if (asked === undefined || !asked.startsWith('/')) return fallback;
  const here = 'http://portal.invalid';
  const url = URL.canParse(asked, here) ? new URL(asked, here) : undefined;
  const isStaffPage = url?.origin === here && /^\/(werklijst|zaken\/[\w-]+)$/.test(url.pathname);
  return url !== undefined && isStaffPage ? `${url.pathname}${url.search}` : fallback;
}

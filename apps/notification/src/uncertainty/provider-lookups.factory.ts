import type { ProviderName } from '../delivery/mail-provider.js';
import type { NotificationConfig } from '../notification.config.js';
import { HttpProviderLookup } from './http-provider-lookup.js';
import { ProviderLookups, type ProviderLookup } from './provider-lookup.js';

/** The look-ups that the configuration names. */
export function providerLookups(config: NotificationConfig): ProviderLookups {
  const found: [ProviderName, ProviderLookup][] = [];
  const { SMTP_LOOKUP_URL, SMTP2_LOOKUP_URL } = config;
  if (SMTP_LOOKUP_URL !== undefined) {
    const { SMTP_LOOKUP_LIST: list, SMTP_LOOKUP_AUTHORIZATION: authorization } = config;
    found.push(['FIRST', new HttpProviderLookup({ url: SMTP_LOOKUP_URL, list, authorization })]);
  }
  if (SMTP2_LOOKUP_URL !== undefined) {
    const { SMTP2_LOOKUP_LIST: list, SMTP2_LOOKUP_AUTHORIZATION: authorization } = config;
    found.push(['SECOND', new HttpProviderLookup({ url: SMTP2_LOOKUP_URL, list, authorization })]);
  }
  return new ProviderLookups(new Map(found));
}

/** The language of a tag without its region ("fr-BE" → "fr"); null when the form sent none. */
export function primaryLanguage(tag: string | null): string | null {
  return tag?.trim().toLowerCase().split(/[-_]/)[0] || null;
}

import type { Values } from '#shared/model/field.ts';

/** What a search that found nothing says about the record it was for: an address, or first and last names. */
export function seedOf(search: string): Values {
  const text = search.trim();
  if (text.includes('@')) return { email: text };
  const cut = text.lastIndexOf(' ');
  return cut < 0
    ? { first_name: text }
    : { first_name: text.slice(0, cut).trim(), last_name: text.slice(cut + 1) };
}

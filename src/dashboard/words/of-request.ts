import type { PageRequest } from '../page.ts';
import { type Names, namesOf } from './names.ts';

/** The names that this request may need. */
export async function namesFor({ api, principal }: PageRequest): Promise<Names> {
  return namesOf(await api.gateway.agreements.names(principal));
}

import { createContext } from 'preact';

/** What parts of a page need to know of the page that they stand on. */
export interface Surroundings {
  /** The token that each form holds. */
  readonly csrf: string;
  /** Address with its query; null where there is none that shows this again (the answer to a form). */
  readonly url: string | null;
  /** Tables as a workbook (base64), by name, where `url` cannot give them. */
  readonly workbooks: ReadonlyMap<string, string>;
}

export const NO_WORKBOOKS: ReadonlyMap<string, string> = new Map();

export const AROUND = createContext<Surroundings>({ csrf: '', url: null, workbooks: NO_WORKBOOKS });

/** The address with some of its query changed; null takes a name out. */
export function urlWith(url: string, changes: Readonly<Record<string, string | null>>): string {
  const [path = '', query = ''] = url.split('?');
  const params = new URLSearchParams(query);
  for (const [naam, waarde] of Object.entries(changes)) {
    if (waarde === null) params.delete(naam);
    else params.set(naam, waarde);
  }
  const rest = params.toString();
  return rest === '' ? path : `${path}?${rest}`;
}

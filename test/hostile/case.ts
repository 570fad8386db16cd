/** Something that nobody means well with: how it comes in, and with which reason it is refused. */
export interface HostileCase {
  readonly name: string;
  readonly way: 'berichten' | 'controle' | 'zip' | 'stuf' | 'json' | 'raw' | 'map' | 'form';
  /** What is sent; made only when it is, since some are large. */
  readonly make: () => Uint8Array;
  /** `status code` of what is refused at the door, `geweigerd regel` of what is judged, `status` and how the sentence of a page begins. */
  readonly refused: string;
  /** Of `json` and `berichten`: where to, and with which headers. */
  readonly method?: string;
  readonly path?: string;
  /** Of a `form`: who is signed in. */
  readonly who?: 'nobody' | 'aanbieder' | 'beheerder';
  readonly headers?: Readonly<Record<string, string>>;
}

export const utf8 = (text: string) => Buffer.from(text, 'utf8');

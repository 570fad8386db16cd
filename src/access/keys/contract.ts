export type Rol = 'aanbieder' | 'gemeente' | 'operator' | 'beheerder';

/** A key, without what only its owner knows. */
export interface Sleutel {
  readonly id: string;
  readonly naam: string;
  readonly rol: Rol;
  /** The party that it speaks for; null when it has none, or several. */
  readonly partij: string | null;
  /** Several parties of one kind, for each of which it acts. */
  readonly partijen: readonly string[] | null;
  readonly regios: readonly string[] | null;
  /** Looks; does not send, decide, confirm or change. */
  readonly alleenLezen: boolean;
  /** Last day on which it holds (Europe/Amsterdam), `YYYY-MM-DD`; null: until it is ended. */
  readonly geldigTot: string | null;
  readonly gemaaktOp: string;
  /** About when it was last used, to the minute. */
  readonly laatstGebruiktOp: string | null;
  /** Its last four characters; null for keys that were made before these were kept. */
  readonly staart: string | null;
  /** When it was ended by DELETE; its row stays, so that what it did keeps its name. */
  readonly beeindigdOp: string | null;
}

export type SleutelGegevens = Pick<
  Sleutel,
  'naam' | 'rol' | 'partij' | 'partijen' | 'regios' | 'alleenLezen' | 'geldigTot'
>;

/** What may be changed of a key. */
export type SleutelWijziging = Partial<Pick<Sleutel, 'naam' | 'regios' | 'geldigTot'>>;

export interface SleutelStore {
  addKey(sleutel: SleutelGegevens & { readonly staart: string }, hash: Uint8Array): Promise<Sleutel>;
  /** Also one that has ended. */
  keyByHash(hash: Uint8Array): Promise<Sleutel | undefined>;
  /** All, also those that have ended; oldest first. */
  keys(): Promise<Sleutel[]>;
  /** Undefined when there is none, or it was ended by DELETE. */
  changeKey(id: string, wijziging: SleutelWijziging): Promise<Sleutel | undefined>;
  /** False when there is none, or it was ended already. */
  endKey(id: string, op: Date): Promise<boolean>;
  keyUsed(id: string, op: Date): Promise<void>;
}

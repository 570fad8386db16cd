/**
 * Every column that is sealed, as `table.column`. What is sealed is bound to its column and its row: put elsewhere it does
 * not open. A test holds this list to what the tables say of themselves.
 */
export const SEALED_COLUMNS = [
  'abonnement.adres',
  'abonnement.geheim',
  'bericht.bevindingen',
  'bericht.verslag_kort',
  'client_gegevens.gegevens',
  'inhoud.bytes',
  'audit.reden',
  'oorzaak_stand.notitie',
  'opdracht.gegevens',
  'opdracht.reden',
  'opdracht.resultaat',
  'partij_kanaal.geheim',
  'partij_kanaal.sleutel',
  'signaal_stand.toelichting',
  'zoekopdracht.naam',
  'zoekopdracht.vraag',
] as const;

export type SealedColumn = (typeof SEALED_COLUMNS)[number];

/** The row that a sealed value stands in: what names it, and does not change. */
export const ROWS = {
  /** A client is in its gemeente; the aanbieder is known to the statement only. */
  client: ({ gemeente, client }: { readonly gemeente: string; readonly client: string }) => `${gemeente}|${client}`,
  /** A state bears no number before it is stored; its signal does. */
  signal: (signaal: string | number) => String(signaal),
  /** The same of what is said of a group, and of what was done. */
  cause: ({ partij, type, regel }: { readonly partij: string; readonly type: string | null; readonly regel: string }) =>
    `${partij}|${type ?? ''}|${regel}`,
  audit: ({ door, handeling, onderwerp }: Readonly<Record<'door' | 'handeling' | 'onderwerp', string>>) =>
    `${door}|${handeling}|${onderwerp}`,
} as const;

const MAANDEN = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

/** A date or a moment (`YYYY-MM-DDTHH:MM`) as people write it: `1 maart 2026 08:00 uur`; anything else stays as it is. */
export function momentInWoorden(tekst: string): string {
  const [, datum, tijd] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::00)?$/.exec(tekst) ?? [];
  return datum === undefined ? datumInWoorden(tekst) : `${datumInWoorden(datum)} ${tijd} uur`;
}

/** A date (`YYYY-MM-DD`) as people in the Netherlands write it: `1 maart 2026`; anything else stays as it is. */
export function datumInWoorden(datum: string): string {
  const [, jaar, maand, dag] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(datum) ?? [];
  const naam = MAANDEN[Number(maand) - 1];
  return naam === undefined ? datum : `${Number(dag)} ${naam} ${jaar}`;
}

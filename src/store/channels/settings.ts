import { type RawBuilder, sql } from 'kysely';
import type { Seal } from '../bodies.ts';
import { type Db, firstOf, rowsOf } from '../engine/db.ts';
import { opening, sealOf } from '../seal/seal-of.ts';
import type { RowOf } from '../tables/column-set.ts';
import { PARTIJ_KANAAL } from '../tables/control/partij-kanaal.ts';
import type { ChannelChange, PartySettings } from './contract.ts';

const KOLOMMEN = PARTIJ_KANAAL.without('versie');

type Rij = RowOf<typeof KOLOMMEN>;

/** A sum of numbers that only grow, each in its own row: changes of several parties do not wait for each other. */
export async function channelsVersion(db: Db): Promise<number> {
  const rij = await firstOf(
    db,
    sql<{ som: number }>`select coalesce(sum(versie), 0)::float8 as som from partij_kanaal`,
  );
  return rij?.som ?? 0;
}

export async function channelSettings(db: Db): Promise<readonly PartySettings[]> {
  const rijen = await rowsOf(db, sql<Rij>`select ${KOLOMMEN.select('p')} from partij_kanaal p order by p.partij`);
  return opening(db, (seal) => rijen.map((rij) => settingsVan(seal, rij)));
}

export async function changeChannel(
  db: Db,
  partij: string,
  change: ChannelChange,
): Promise<PartySettings | 'user-taken'> {
  const { amqpGebruiker } = change;
  if (typeof amqpGebruiker === 'string') {
    const ander = await firstOf(
      db,
      sql`select partij from partij_kanaal where amqp_gebruiker = ${amqpGebruiker} and partij <> ${partij}`,
    );
    if (ander !== undefined) return 'user-taken';
  }
  const gezet = valuesOf(sealOf(db), partij, change);
  const namen = gezet.map(([naam]) => sql`, ${sql.ref(naam)}`);
  const waarden = gezet.map(([, waarde]) => sql`, ${waarde}`);
  const anders = gezet.map(([naam]) => sql`, ${sql.ref(naam)} = ${sql.ref(`excluded.${naam}`)}`);
  const rij = await firstOf(
    db,
    sql<Rij>`
    insert into partij_kanaal as p (partij${sql.join(namen, sql``)}) values (${partij}${sql.join(waarden, sql``)})
    on conflict (partij) do update set versie = p.versie + 1${sql.join(anders, sql``)}
    returning ${KOLOMMEN.select('p')}`,
  );
  if (rij === undefined) throw new Error('a setting was not stored');
  if (change.kanaal !== undefined) await goOn(db, partij, change.kanaal);
  return opening(db, (seal) => settingsVan(seal, rij));
}

/** What waits for a party goes by this way from now on. What somebody is at is left to it: who takes it next sees. */
export async function goOn(db: Db, partij: string, kanaal: string): Promise<void> {
  await sql`
    update aflevering set kanaal = ${kanaal}, status = 'wacht', volgende_op = null, eerste_poging_op = null, fout = null
    where partij = ${partij} and not bevestigd and status <> 'mislukt' and kanaal <> ${kanaal}
      and geleased_tot is null`.execute(db);
}

/** Columns and values that are named. */
function valuesOf(seal: Seal, partij: string, change: ChannelChange): (readonly [string, RawBuilder<unknown>])[] {
  const { kanaal, amqpGebruiker, url, geheim, endpoint, certificaat, sleutel, leegIsGoed } = change;
  const texts: Readonly<Record<string, string | null | undefined>> = {
    ...{ kanaal, amqp_gebruiker: amqpGebruiker, url, endpoint, certificaat },
    geheim: geheim == null ? geheim : seal.text('partij_kanaal.geheim', partij, geheim),
    sleutel: sleutel == null ? sleutel : seal.text('partij_kanaal.sleutel', partij, sleutel),
  };
  return [
    ...Object.entries(texts)
      .filter(([, waarde]) => waarde !== undefined)
      .map(([naam, waarde]) => [naam, sql`${waarde}::text`] as const),
    ...(leegIsGoed === undefined ? [] : [['leeg_is_goed', sql`${leegIsGoed}::boolean`] as const]),
  ];
}

function settingsVan(seal: Seal, { geheim, sleutel, ...rest }: Rij): PartySettings {
  return {
    ...rest,
    geheim: geheim === null ? null : seal.openText('partij_kanaal.geheim', rest.partij, geheim),
    sleutel: sleutel === null ? null : seal.openText('partij_kanaal.sleutel', rest.partij, sleutel),
  };
}

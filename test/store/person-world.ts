import { sql } from 'kysely';
import type { Db } from '../../src/store/engine/db.ts';
import { newIdAt } from '../../src/store/engine/uuid.ts';
import { nameOf } from '../../src/store/person/find.ts';
import { sealOf } from '../../src/store/seal/seal-of.ts';
import { termOf } from '../../src/store/search/search-term.ts';

/** The child that is asked about, another, and a word that only the first has. */
export const CHILD = '999900006';
export const OTHER = '999990019';
export const CANARY = 'Zwaluwstaart';

const client = (bsn: string, naam: string) =>
  `<jw:Client><jw:Bsn>${bsn}</jw:Bsn><jw:Naam>${naam}</jw:Naam><jw:Commentaar>${naam === CANARY ? '1987-06-05 9876ZX' : ''}</jw:Commentaar></jw:Client>`;
const message = (nr: number, ...clients: string[]) =>
  `<jw:Bericht nr="${nr}" xmlns:jw="urn:x"><jw:Clienten>${clients.join('')}</jw:Clienten></jw:Bericht>`;

const [GEMEENTE, AANBIEDER, LAAN] = ['0362', '42000001', 'AA-42000001'];

/** A child in a message of its own, in one with another, in a file that nobody could read, and in what was made of those. */
export async function insertPerson(
  db: Db,
  op: Date,
): Promise<Record<'alone' | 'shared' | 'broken' | 'others' | 'odd' | 'wide', string>> {
  const seal = sealOf(db);
  const [name, second] = [nameOf(db, CHILD), nameOf(db, OTHER)];
  let nr = 0;
  const put = async (
    xml: string,
    status: string,
    of: readonly string[],
    answers: string | null = null,
    as: 'utf8' | 'utf16le' = 'utf8',
  ) => {
    const id = newIdAt(op);
    const found = seal.json('bericht.bevindingen', id, [
      { regel: 'CS002', melding: xml.includes(CHILD) ? `******${CHILD.slice(-3)} ${CANARY}` : 'iets' },
    ]);
    for (const statement of [
      sql`insert into bericht (id, richting, laan, partij, omvang, status, ontvangen_op, in_antwoord_op, bevindingen, identificatie)
        values (${id}::uuid, 'uit', ${LAAN}, ${AANBIEDER}, 1, ${status}, ${op}, ${answers}::uuid, ${JSON.stringify(found)}::json, ${`I${++nr}`})`,
      sql`insert into inhoud (bericht_id, bytes) values (${id}::uuid, ${seal.bytes('inhoud.bytes', id, Buffer.from(xml, as))}::bytea)`,
      sql`insert into aflevering (bericht_id, partij, status) values (${id}::uuid, ${GEMEENTE}, 'bevestigd')`,
      ...of.map(
        (waarde) => sql`insert into zoekterm (term, bericht_id)
        values (${termOf({ soort: 'client', waarde })}::bigint, ${id}::uuid)`,
      ),
    ]) {
      await statement.execute(db);
    }
    return id;
  };
  const alone = await put(message(1, client(CHILD, CANARY)), 'goedgekeurd', [name]);
  await put(message(2, client(CHILD, CANARY)), 'goedgekeurd', [], alone);
  const shared = await put(message(3, client(CHILD, CANARY), client(OTHER, 'Merel')), 'goedgekeurd', [name, second]);
  await put(message(4, client(OTHER, 'Merel')), 'goedgekeurd', [], shared);
  const broken = await put(`geen XML ${CHILD} ${CANARY}`, 'geweigerd', []);
  const others = await put(message(5, client(OTHER, 'Merel')), 'goedgekeurd', [second]);
  // A comment with an end tag in it, and digits as references: what a sender may write, and a reader must not fall for.
  const odd = await put(
    message(
      6,
      client(OTHER, 'Merel'),
      client(CHILD, CANARY)
        .replace('<jw:Bsn>', '<!-- </jw:Client> --><jw:Bsn>')
        .replace(CHILD, `${CHILD.slice(0, 4)}<!-- x -->&#x30;0006`),
    ),
    'goedgekeurd',
    [name, second],
  );
  const wide = await put(`geen XML ${CHILD} ${CANARY}`, 'geweigerd', [], null, 'utf16le');
  const day = op.toISOString().slice(0, 10);
  const item = newIdAt(op);
  const command = newIdAt(op);
  const given = (bsn: string) =>
    JSON.stringify(
      seal.json('client_gegevens.gegevens', `${GEMEENTE}|${nameOf(db, bsn)}`, {
        Bsn: bsn,
        Naam: bsn === CHILD ? CANARY : 'Merel',
      }),
    );
  const asked = JSON.stringify(seal.json('opdracht.gegevens', command, { item, reden: `${CANARY} wil dit` }));
  for (const statement of [
    ...[CHILD, OTHER].flatMap((bsn, i) => [
      sql`insert into toewijzing (sleutel, laan, gemeente, aanbieder, client, nummer, ingangsdatum, einddatum, toewijzingsdatum,
          toewijzingstijd, bericht_id, voorlopig)
        values (gen_random_uuid(), ${LAAN}, ${GEMEENTE}, ${AANBIEDER}, ${nameOf(db, bsn)}, ${100 + i}, ${day}, ${day}, ${day},
          '10:00:00', ${i === 0 ? alone : others}::uuid, false)`,
      sql`insert into client_gegevens (gemeente, aanbieder, client, gegevens, bericht_id, op)
        values (${GEMEENTE}, ${AANBIEDER}, ${nameOf(db, bsn)}, ${given(bsn)}::json, ${i === 0 ? alone : others}::uuid, ${op})`,
      sql`insert into prestatie (bericht_id, referentie, laan, gemeente, aanbieder, client, categorie, code, begin, einde, volume,
          eenheid, bedrag, debet_credit, stand)
        values (${shared}::uuid, ${`P${i}`}, ${LAAN}, ${GEMEENTE}, ${AANBIEDER}, ${nameOf(db, bsn)}, '45', '45A01', ${day}, ${day}, 1,
          '01', 100, 'D', 'toegekend')`,
      sql`insert into toewijzing_versie (sleutel, laan, gemeente, aanbieder, client, nummer, ingangsdatum, einddatum, toewijzingsdatum,
          toewijzingstijd, bericht_id, voorlopig)
        values (gen_random_uuid(), ${LAAN}, ${GEMEENTE}, ${AANBIEDER}, ${nameOf(db, bsn)}, ${100 + i}, ${day}, ${day}, ${day},
          '10:00:00', ${i === 0 ? alone : others}::uuid, false)`,
      sql`insert into claim (sleutel, eigenaar, bericht_id) values (${`pre|${AANBIEDER}|P${i}`}, ${shared}, ${shared}::uuid)`,
      sql`insert into signaal (laan, onderwerp, soort, gemeente, aanbieder, toewijzing_nummer, melding, op, stand)
        values (${LAAN}, ${shared}::uuid, 'signaalbudget', ${GEMEENTE}, ${AANBIEDER}, ${100 + i}, ${`toewijzing ${100 + i}`}, ${op}, 'nieuw')`,
    ]),
    sql`insert into werkbak (id, laan, gemeente, aanbieder, referentie, soort, client, redenen, bericht_id, op, gesloten_op)
      values (${item}::uuid, ${LAAN}, ${GEMEENTE}, ${AANBIEDER}, 'R1', 'VOT', ${name}, '[]', ${alone}::uuid, ${op}, ${op})`,
    sql`insert into opdracht (id, laan, volgnummer, soort, partij, gegevens, ontvangen_op, stand)
      values (${command}::uuid, ${LAAN}, 1, 'decision', ${GEMEENTE}, ${asked}::json, ${op}, 'gedaan')`,
  ]) {
    await statement.execute(db);
  }
  const said = await sql<{ rij: string; nummer: string }>`
    select rij::text as rij, toewijzing_nummer::text as nummer from signaal order by rij`.execute(db);
  for (const { rij, nummer } of said.rows) {
    const words = seal.text(
      'signaal_stand.toelichting',
      rij,
      nummer === '100' ? `Gebeld over ${CANARY}` : 'Gebeld over Merel',
    );
    await sql`insert into signaal_stand (signaal, stand, door, toelichting, op)
      values (${rij}::bigint, 'afronden', 'sleutel', ${words}, ${op})`.execute(db);
  }
  return { alone, shared, broken, others, odd, wide };
}

/** Every sealed value of the database, opened, and all the rest of it, as one text. */
export async function everything(db: Db, show: () => Promise<object>): Promise<string> {
  const texts: string[] = [JSON.stringify(await show())];
  const seal = sealOf(db);
  const bodies = await sql<{ id: string; bytes: never }>`select bericht_id as id, bytes from inhoud`.execute(db);
  for (const { id, bytes } of bodies.rows)
    texts.push(Buffer.from(seal.openBytes('inhoud.bytes', id, bytes)).toString());
  const found = await sql<{ id: string; bevindingen: never }>`select id, bevindingen from bericht`.execute(db);
  for (const { id, bevindingen } of found.rows)
    texts.push(JSON.stringify(seal.openJson('bericht.bevindingen', id, bevindingen)));
  const said = await sql<{
    signaal: string;
    toelichting: never;
  }>`select signaal::text as signaal, toelichting from signaal_stand`.execute(db);
  for (const { signaal, toelichting } of said.rows)
    texts.push(seal.openText('signaal_stand.toelichting', signaal, toelichting));
  const rest = await sql<{ een: string }>`select row_to_json(s)::text as een from signaal s
    union all select row_to_json(c)::text from claim c`.execute(db);
  texts.push(...rest.rows.map(({ een }) => een));
  return texts.join('\n');
}

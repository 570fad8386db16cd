import { type Kysely, sql } from 'kysely';

/** As `src/store/audit/chain.ts` reads a row; repeated here, because a migration that was released never changes. */
const ROW = `convert_to(json_build_array(a.rij, (extract(epoch from a.op) * 1000000)::bigint, a.door, a.door_naam,
  a.handeling, a.onderwerp, a.reden)::text, 'UTF8')`;

const STATEMENTS: readonly string[] = [
  'alter table inzage rename to audit',
  'alter index inzage_onderwerp rename to audit_onderwerp',

  // Each row holds the hash of the one before it, and its own over that and all that it says.
  'alter table audit add column vorige bytea, add column hash bytea',

  // Where the chain begins (what was removed after its time is before that), and its last row; none as long as nothing was written.
  `create table audit_keten (
    nummer int primary key check (nummer = 1),
    begin_hash bytea not null,
    rij bigint,
    hash bytea not null
  )`,
  // What was written before the chain: linked as it stands now.
  `do $$
  declare
    a audit;
    staart bytea := decode(repeat('00', 32), 'hex');
    eigen bytea;
  begin
    for a in select * from audit order by rij loop
      eigen := sha256(staart || ${ROW});
      update audit set vorige = staart, hash = eigen where rij = a.rij;
      staart := eigen;
    end loop;
    insert into audit_keten (nummer, begin_hash, rij, hash)
      select 1, decode(repeat('00', 32), 'hex'), max(rij), staart from audit having count(*) > 0;
  end $$`,

  'alter table audit alter column vorige set not null, alter column hash set not null',
];

/** The audit as a chain, so that a row that is changed or removed shows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

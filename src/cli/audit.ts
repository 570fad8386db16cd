import { loadConfig } from '../config/config.ts';
import { askLocalGateway } from '../services/local-commands.ts';
import type { AuditVerdict } from '../store/audit/contract.ts';
import { checkAudit } from '../store/operate/check-audit.ts';
import { leesOpties, meldOnjuist } from './opties.ts';
import { storeMislukt, storePlace } from './store-command.ts';

export const GEBRUIK = `Gebruik: ijw-gateway audit verify
  Leest de hele audit en toetst of elke regel er nog staat zoals zij is geschreven. Ook terwijl de gateway draait.
  Neemt dezelfde omgeving als de gateway: DATA_DIR of DATABASE_URL, en DATA_SLEUTEL.
`;

/** `ijw-gateway audit verify`: 0 when it is whole, 1 when a row is not as it was written (or it could not be read), 2 for wrong use. */
export async function audit(args: readonly string[]): Promise<number> {
  const gelezen = leesOpties(args, {});
  if (gelezen.kind === 'onjuist') return meldOnjuist(gelezen.fouten, GEBRUIK);
  if (gelezen.rest.join(' ') !== 'verify') return meldOnjuist(['Onbekend: audit kent alleen verify.'], GEBRUIK);
  const geladen = loadConfig(process.env);
  if (geladen.kind === 'invalid') return meldOnjuist(geladen.fouten, GEBRUIK);
  const { config } = geladen;
  if (config.databaseUrl === null) {
    const answer = await askLocalGateway(config.dataDir, 'audit verify');
    if (answer.kind === 'failed') {
      process.stderr.write(`${answer.fout}\n`);
      return 1;
    }
    if (answer.kind === 'done') return zeg(answer.result as AuditVerdict);
  }
  try {
    return zeg(await checkAudit(storePlace(config)));
  } catch (fout) {
    return storeMislukt(fout, config);
  }
}

function zeg(verdict: AuditVerdict): number {
  if (verdict.kind === 'whole') {
    process.stdout.write(`De audit is heel: ${verdict.rows} regels. Nieuwste afdruk: ${verdict.hash || 'geen'}.\n`);
    return 0;
  }
  process.stdout.write(
    verdict.rij === 0
      ? 'De audit is gebroken: waar zij eindigt staat nergens meer (audit_keten is leeg).\n'
      : `De audit is gebroken bij rij ${verdict.rij}: die regel, of de regel ervoor, staat er niet zoals zij is geschreven.\n`,
  );
  return 1;
}

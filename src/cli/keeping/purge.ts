import { loadConfig } from '../../config/config.ts';
import { askLocalGateway } from '../../services/local-commands.ts';
import { BY_HAND } from '../../store/keeping/by.ts';
import type { PurgeReport } from '../../store/keeping/contract.ts';
import { purgeStore } from '../../store/operate/purge-store.ts';
import { leesOpties, meldOnjuist } from '../opties.ts';
import { storeMislukt, storePlace } from '../store-command.ts';

export const GEBRUIK = `Gebruik: ijw-gateway purge [--dry-run]
  Verwijdert wat zo lang is bewaard als mag (docs/gegevens.md) en niet meer nodig is; de gateway doet dat elke dag ook zelf.
  --dry-run verwijdert niets, en toont per tabel hoeveel regels zouden gaan en de dag van de oudste.
  Ook terwijl de gateway draait. Neemt dezelfde omgeving als de gateway: DATA_DIR of DATABASE_URL, DATA_SLEUTEL en
  BEWAARTERMIJNEN. Met een ingebouwde database die in gebruik is doet de gateway zelf het, met haar eigen BEWAARTERMIJNEN.
`;

/** `ijw-gateway purge`: 0 when it was done, 1 when that did not succeed, 2 for wrong use. */
export async function purge(args: readonly string[]): Promise<number> {
  const gelezen = leesOpties(args, { 'dry-run': 'vlag' });
  if (gelezen.kind === 'onjuist') return meldOnjuist(gelezen.fouten, GEBRUIK);
  if (gelezen.rest.length > 0) return meldOnjuist(['purge neemt alleen --dry-run.'], GEBRUIK);
  const geladen = loadConfig(process.env);
  if (geladen.kind === 'invalid') return meldOnjuist(geladen.fouten, GEBRUIK);
  const { config } = geladen;
  const dryRun = gelezen.opties['dry-run'];
  if (config.databaseUrl === null) {
    const answer = await askLocalGateway(config.dataDir, dryRun ? 'purge --dry-run' : 'purge');
    if (answer.kind === 'failed') {
      process.stderr.write(`${answer.fout}\n`);
      return 1;
    }
    if (answer.kind === 'done') return zeg(answer.result as PurgeReport);
  }
  const order = { terms: config.bewaartermijnen, now: new Date(), dryRun, by: BY_HAND };
  try {
    return zeg(await purgeStore(storePlace(config), order));
  } catch (fout) {
    return storeMislukt(fout, config);
  }
}

function zeg(report: PurgeReport): number {
  process.stdout.write(`${purgeText(report)}\n`);
  return report.kind === 'busy' ? 1 : 0;
}

/** What went, or would go, in Dutch. */
export function purgeText(report: PurgeReport): string {
  if (report.kind === 'busy') return 'Een ander proces ruimt nu op. Probeer het straks opnieuw.';
  const { dryRun, tables } = report;
  if (tables.length === 0) return dryRun ? 'Er zou niets weggaan.' : 'Er was niets dat weg mocht.';
  const rows = tables.reduce((all, each) => all + each.rows, 0);
  const width = Math.max(...tables.map(({ table }) => table.length));
  const digits = String(rows).length;
  return [
    dryRun ? 'Dit zou weggaan:' : 'Dit is verwijderd:',
    ...tables.map(
      (each) => `${each.table.padEnd(width)}  ${String(each.rows).padStart(digits)}  oudste van ${each.oldest}`,
    ),
    `${'samen'.padEnd(width)}  ${String(rows).padStart(digits)}`,
  ].join('\n');
}

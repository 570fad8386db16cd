import { resolve } from 'node:path';
import { type Config, loadConfig } from '../config/config.ts';
import { openStore } from '../store/open-store.ts';
import type { TableTotals } from '../store/operate/catalogue.ts';
import { exportStore } from '../store/operate/export-store.ts';
import { importStore } from '../store/operate/import-store.ts';
import { leesOpties, meldOnjuist } from './opties.ts';
import { storeMislukt, storePlace } from './store-command.ts';

export const GEBRUIK = `Gebruik: ijw-gateway store export BESTAND
         ijw-gateway store import BESTAND
         ijw-gateway store migrate
  Zet alles van de database in een versleuteld bestand, of vult een lege database uit zo'n bestand; de gateway staat stil.
  Met migrate worden alleen de tabellen bijgewerkt, zoals elke start doet: voor een taak die voor de processen uit gaat.
  Van en naar elk van beide databases. Neemt de omgeving van de gateway: DATA_DIR of DATABASE_URL, en DATA_SLEUTEL.
`;

/** `ijw-gateway store export|import FILE`, `store migrate`: 0 when all of it is there, 1 when that did not succeed, 2 for wrong use. */
export async function store(args: readonly string[]): Promise<number> {
  const gelezen = leesOpties(args, {});
  if (gelezen.kind === 'onjuist') return meldOnjuist(gelezen.fouten, GEBRUIK);
  const [wat, bestand, ...over] = gelezen.rest;
  const bijwerken = wat === 'migrate' && bestand === undefined;
  const verplaatsen = (wat === 'export' || wat === 'import') && bestand !== undefined;
  if (!(bijwerken || verplaatsen) || over.length > 0) {
    return meldOnjuist(['Noem export of import, en een bestand; of migrate.'], GEBRUIK);
  }
  const geladen = loadConfig(process.env);
  if (geladen.kind === 'invalid') return meldOnjuist(geladen.fouten, GEBRUIK);
  // What is made here is for this account alone.
  process.umask(0o077);
  const { config } = geladen;
  try {
    if (bestand === undefined) await werkBij(config);
    else await (wat === 'export' ? exporteer(config, resolve(bestand)) : importeer(config, resolve(bestand)));
    return 0;
  } catch (fout) {
    return storeMislukt(fout, config);
  }
}

async function werkBij(config: Config): Promise<void> {
  const { databaseUrl, dataDir, sleutel } = storePlace(config);
  const opened = await openStore({ databaseUrl: databaseUrl ?? null, dataDir, sleutel: sleutel ?? null });
  try {
    await opened.migrate();
  } finally {
    await opened.close();
  }
  process.stdout.write('De tabellen zijn bij.\n');
}

async function exporteer(config: Config, path: string): Promise<void> {
  const { tables, bytes } = await exportStore(storePlace(config), path);
  process.stdout.write(overzicht(tables));
  process.stdout.write(
    `Geëxporteerd naar ${path} (${bytes} bytes, versleuteld). Het gaat alleen open met dezelfde DATA_SLEUTEL: bewaar die apart.\n`,
  );
}

async function importeer(config: Config, path: string): Promise<void> {
  const { tables } = await importStore(storePlace(config), path);
  process.stdout.write(overzicht(tables));
  process.stdout.write(
    'Geïmporteerd en nageteld: aantallen en bedragen zijn gelijk aan die van het bestand. Start de gateway met dezelfde DATA_SLEUTEL.\n',
  );
}

function overzicht(tables: readonly TableTotals[]): string {
  const width = Math.max(...tables.map(({ table }) => table.length));
  const lines = tables.map(({ table, rows, sums }) => {
    const bedragen = Object.entries(sums).map(([column, cents]) => `  ${column} ${euros(cents)}`);
    return `${table.padEnd(width)} ${String(rows).padStart(9)}${bedragen.join('')}\n`;
  });
  const total = tables.reduce((sum, { rows }) => sum + rows, 0);
  return `${'tabel'.padEnd(width)}    regels\n${lines.join('')}${'samen'.padEnd(width)} ${String(total).padStart(9)}\n`;
}

/** Of eurocents as text, without a number between: sums may be large. */
function euros(cents: string): string {
  const [, sign = '', digits = ''] = /^(-?)(\d+)$/.exec(cents) ?? [];
  const padded = digits.padStart(3, '0');
  const whole = BigInt(padded.slice(0, -2)).toLocaleString('nl-NL');
  return `€ ${sign}${whole},${padded.slice(-2)}`;
}

import { existsSync, writeFileSync } from 'node:fs';
import { type Config, loadConfig } from '../../config/config.ts';
import { askLocalGateway } from '../../services/local-commands.ts';
import { elfproef } from '../../standard/bsn.ts';
import { askPerson } from '../../store/operate/ask-person.ts';
import type { Erased, PersonFile } from '../../store/person/contract.ts';
import type { PersonOrder } from '../../store/person/order.ts';
import { leesOpties, meldOnjuist } from '../opties.ts';
import { storeMislukt, storePlace } from '../store-command.ts';

export const GEBRUIK = `Gebruik: ijw-gateway client export BESTAND --reden TEKST
         ijw-gateway client erase [--dry-run] --reden TEKST
  export zet alles wat de gateway over één kind bewaart als JSON in een nieuw bestand (0600).
  erase verwijdert het, zover de ondergrenzen van de bewaartermijnen dat toestaan (docs/gegevens.md), en zegt wat er blijft,
  tot wanneer en waarom. --dry-run verwijdert niets en toont het alleen.
  Het BSN wordt van de standaardinvoer gelezen: zo staat het niet in de lijst van processen en niet in de geschiedenis.
  De reden komt in de audit. Ook terwijl de gateway draait. Neemt de omgeving van de gateway: DATA_DIR of DATABASE_URL, en
  DATA_SLEUTEL.
`;

/** `ijw-gateway client`: 0 when it was done, 1 when that did not succeed, 2 for wrong use. */
export async function client(args: readonly string[]): Promise<number> {
  const gelezen = leesOpties(args, { reden: 'tekst', 'dry-run': 'vlag' });
  if (gelezen.kind === 'onjuist') return meldOnjuist(gelezen.fouten, GEBRUIK);
  const { opties, rest } = gelezen;
  const [wat = '', bestand] = rest;
  const fouten = callMistakes(wat, rest, opties);
  const geladen = loadConfig(process.env);
  if (geladen.kind === 'invalid') fouten.push(...geladen.fouten);
  if (fouten.length > 0 || geladen.kind === 'invalid') return meldOnjuist(fouten, GEBRUIK);
  if (bestand !== undefined && existsSync(bestand)) return zegFout(`${bestand} bestaat al. Kies een ander bestand.`);
  const bsn = await firstLineOfInput();
  if (!/^\d{9}$/.test(bsn) || !elfproef(bsn)) return meldOnjuist(['Op de standaardinvoer staat geen BSN.'], GEBRUIK);
  const what = wat === 'export' ? 'export' : opties['dry-run'] ? 'erase --dry-run' : 'erase';
  try {
    const result = await ask({ what, bsn, reden: opties.reden ?? '' }, geladen.config);
    if (typeof result === 'string') return zegFout(result);
    if ('tabellen' in result) return bewaar(bestand ?? '', result);
    process.stdout.write(`${erasedText(result, what !== 'erase')}\n`);
    return 0;
  } catch (fout) {
    return storeMislukt(fout, geladen.config);
  }
}

function callMistakes(wat: string, rest: readonly string[], opties: { reden: string | undefined; 'dry-run': boolean }) {
  const fouten: string[] = [];
  if (wat !== 'export' && wat !== 'erase') fouten.push('client kent alleen export en erase.');
  else if (rest.length !== (wat === 'export' ? 2 : 1)) {
    fouten.push(
      wat === 'export' ? 'Geef één bestand.' : 'erase neemt geen bestand; het BSN komt van de standaardinvoer.',
    );
  }
  if (wat === 'export' && opties['dry-run']) fouten.push('--dry-run hoort bij erase.');
  if ((opties.reden ?? '').trim() === '') fouten.push('Geef met --reden waarom; dat komt in de audit.');
  return fouten;
}

/** A sentence when the gateway that has the store could not do it. */
async function ask(order: PersonOrder, config: Config): Promise<PersonFile | Erased | string> {
  if (config.databaseUrl === null) {
    const answer = await askLocalGateway(config.dataDir, 'client', order);
    if (answer.kind === 'failed') return answer.fout;
    if (answer.kind === 'done') return answer.result as PersonFile | Erased;
  }
  return askPerson(storePlace(config), order, new Date());
}

function bewaar(bestand: string, file: PersonFile): number {
  try {
    writeFileSync(bestand, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  } catch {
    return zegFout(`${bestand} is niet te schrijven.`);
  }
  const rijen = Object.values(file.tabellen).reduce((alle, tabel) => alle + tabel.length, 0);
  process.stdout.write(
    `${rijen} regels uit ${Object.keys(file.tabellen).length} tabellen staan in ${bestand} (0600).\n`,
  );
  return 0;
}

/** What went and what stays, in Dutch. */
export function erasedText({ tables, redacted, stays }: Erased, dryRun: boolean): string {
  const gone = tables.map(({ table, rows }) => `  ${table}: ${rows}`);
  return [
    gone.length === 0 && redacted === 0
      ? 'Er is niets dat nu weg mag.'
      : dryRun
        ? 'Dit zou worden verwijderd:'
        : 'Dit is verwijderd:',
    ...gone,
    ...(redacted === 0 ? [] : [`  uit ${redacted} berichten over meer kinderen alleen dit kind`]),
    ...(stays.length === 0 ? ['Er blijft niets.'] : ['Dit blijft:']),
    ...stays.map(({ wat, tot, waarom }) => `  ${wat}${tot === null ? '' : `, tot ${tot}`}: ${waarom}`),
    'Reservekopieën, uitgevoerde bestanden en wat partijen zelf bewaren vallen hier niet onder.',
  ].join('\n');
}

function zegFout(zin: string): number {
  process.stderr.write(`${zin}\n`);
  return 1;
}

const LONGEST_INPUT = 1_000;

async function firstLineOfInput(): Promise<string> {
  let text = '';
  for await (const part of process.stdin) {
    text += String(part);
    if (text.includes('\n') || text.length > LONGEST_INPUT) break;
  }
  return (text.split('\n', 1)[0] ?? '').trim();
}

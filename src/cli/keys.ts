import { loadConfig } from '../config/config.ts';
import { askLocalGateway } from '../services/local-commands.ts';
import { rotateKey } from '../store/operate/rotate-key.ts';
import { leesOpties, meldOnjuist } from './opties.ts';
import { storeMislukt, storePlace } from './store-command.ts';

export const GEBRUIK = `Gebruik: ijw-gateway keys rotate
  Maakt een nieuwe datasleutel: wat daarna binnenkomt wordt ermee versleuteld, wat er al staat blijft leesbaar.
  Ook terwijl de gateway draait. Neemt dezelfde omgeving als de gateway: DATA_DIR of DATABASE_URL, en DATA_SLEUTEL.
`;

/** `ijw-gateway keys rotate`: 0 when there is a new key, 1 when that did not succeed, 2 for wrong use. */
export async function keys(args: readonly string[]): Promise<number> {
  const gelezen = leesOpties(args, {});
  if (gelezen.kind === 'onjuist') return meldOnjuist(gelezen.fouten, GEBRUIK);
  if (gelezen.rest.join(' ') !== 'rotate') return meldOnjuist(['Onbekend: keys kent alleen rotate.'], GEBRUIK);
  const geladen = loadConfig(process.env);
  if (geladen.kind === 'invalid') return meldOnjuist(geladen.fouten, GEBRUIK);
  const { config } = geladen;
  if (config.databaseUrl === null) {
    const answer = await askLocalGateway(config.dataDir, 'keys rotate');
    if (answer.kind === 'failed') {
      process.stderr.write(`${answer.fout}\n`);
      return 1;
    }
    if (answer.kind === 'done') return gemaakt(Number(answer.result), 0);
  }
  try {
    const { version, sealed } = await rotateKey(storePlace(config));
    return gemaakt(version, sealed);
  } catch (fout) {
    return storeMislukt(fout, config);
  }
}

function gemaakt(versie: number, alsnog: number): number {
  process.stdout.write(
    `Datasleutel ${versie} is gemaakt. Elk proces versleutelt er binnen vijf seconden mee; wat er al staat blijft leesbaar.\n`,
  );
  if (alsnog > 0) process.stdout.write(`Alsnog versleuteld, van een oudere versie: ${alsnog} waarden.\n`);
  return 0;
}

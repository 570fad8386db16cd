import { resolve } from 'node:path';
import { bestandenOp, leesBegrensd, leesStroom, redenVan } from './check/bestanden.ts';
import { type CheckOpdracht, checkOpdracht, GEBRUIK } from './check/opdracht.ts';
import { Rapport } from './check/rapport/rapport.ts';
import { type Toets, toets } from './check/toets.ts';
import { Totaal } from './check/totaal.ts';
import { slotregels, verslag } from './check/verslag.ts';
import { onjuistTekst } from './opties.ts';

export { GEBRUIK };

/** Where the command writes and reads; `regel` resolves when the reader can take more. */
export interface Uitvoer {
  readonly regel: (tekst: string) => void | Promise<void>;
  readonly fout: (tekst: string) => void;
  /** A line of which only the newest stays; absent where nobody watches. */
  readonly voortgang?: (tekst: string) => void;
  readonly invoer?: AsyncIterable<Uint8Array>;
}

/** After so many files it is told how far it is: a long folder. */
const LANG = 100;

/**
 * `ijw-gateway check PAD…` (README, "Command line"). Gives 0: all accepted, 1: some rejected, 2: wrong use, nothing to
 * check or an unreadable path.
 */
export async function check(args: readonly string[]): Promise<number> {
  const { stdout, stderr, stdin } = process;
  // A line of progress is wiped before anything else is written over it.
  const wis = stderr.isTTY ? '\r\u001b[K' : '';
  let staat = false;
  const eerst = () => {
    if (staat) stderr.write(wis);
    staat = false;
  };
  const code = await runCheck(args, {
    regel: (tekst) => {
      eerst();
      return stdout.write(tekst) ? undefined : new Promise((door) => stdout.once('drain', door));
    },
    fout: (tekst) => {
      eerst();
      stderr.write(tekst);
    },
    invoer: stdin,
    ...(stderr.isTTY
      ? {
          voortgang: (tekst: string) => {
            stderr.write(`${wis}${tekst}`);
            staat = true;
          },
        }
      : {}),
  });
  eerst();
  return code;
}

/** One file after the other, so that a folder of any size takes the memory of its largest file. */
export async function runCheck(args: readonly string[], uit: Uitvoer): Promise<number> {
  const opdracht = checkOpdracht(args);
  if ('fouten' in opdracht) {
    uit.fout(onjuistTekst(opdracht.fouten, GEBRUIK));
    return 2;
  }
  let rapport: Rapport | null = null;
  try {
    if (opdracht.rapport !== null) rapport = new Rapport(opdracht.rapport);
  } catch (fout) {
    uit.fout(`${opdracht.rapport}: het verslag ${redenVan(fout, 'geschreven')}\n`);
    return 2;
  }
  const totaal = new Totaal();
  await toetsAlles(opdracht, uit, totaal, rapport);
  rapport?.sluit(totaal);
  const { getoetst, afgekeurd, onleesbaar } = totaal;
  if (getoetst + onleesbaar === 0) {
    uit.fout(`Niets te toetsen: geen bestand met de naam *.xml in ${opdracht.paden.join(', ')}.\n`);
    return 2;
  }
  if (!opdracht.json && !(opdracht.stil && afgekeurd === 0)) await uit.regel(slotregels(totaal));
  if (onleesbaar > 0) return 2;
  return afgekeurd > 0 ? 1 : 0;
}

async function toetsAlles(
  { paden, json, stil }: CheckOpdracht,
  uit: Uitvoer,
  totaal: Totaal,
  rapport: Rapport | null,
): Promise<void> {
  for await (const { file, bytes, reden } of gelezen(paden, uit, rapport?.pad ?? null)) {
    if (bytes === null) {
      totaal.onleesbaar++;
      rapport?.voeg({ file, onleesbaar: reden });
      uit.fout(`${file}: ${reden}\n`);
      continue;
    }
    const uitslag: Toets = toets(file, bytes);
    totaal.tel(uitslag);
    rapport?.voeg(uitslag);
    if (!(stil && uitslag.geldig)) await uit.regel(json ? `${JSON.stringify(uitslag)}\n` : verslag(uitslag));
    if (totaal.getoetst % LANG === 0) {
      uit.voortgang?.(`${totaal.getoetst} getoetst, ${totaal.afgekeurd} afgekeurd …`);
    }
  }
}

type Inhoud =
  | { readonly file: string; readonly bytes: Uint8Array; readonly reden: null }
  | { readonly file: string; readonly bytes: null; readonly reden: string };

/** What stands at the paths, one at a time; the report of this very call is not among it. */
async function* gelezen(
  paden: readonly string[],
  { invoer }: Uitvoer,
  rapport: string | null,
): AsyncGenerator<Inhoud, void, undefined> {
  for (const pad of paden) {
    if (pad === '-') {
      yield { file: '-', bytes: await leesStroom(invoer ?? []), reden: null };
      continue;
    }
    for (const gevonden of bestandenOp(pad)) {
      const { pad: file } = gevonden;
      if (gevonden.kind === 'onleesbaar') yield { file, bytes: null, reden: gevonden.reden };
      else if (rapport === null || resolve(file) !== rapport) yield inhoudVan(file);
    }
  }
}

function inhoudVan(file: string): Inhoud {
  try {
    return { file, bytes: leesBegrensd(file), reden: null };
  } catch (fout) {
    return { file, bytes: null, reden: redenVan(fout) };
  }
}

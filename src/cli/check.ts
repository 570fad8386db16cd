import { parseArgs } from 'node:util';
import { bestandenOp, leesBegrensd, redenVan } from './check/bestanden.ts';
import { toets } from './check/toets.ts';
import { slotregel, verslag } from './check/verslag.ts';

/** Where the command writes; `regel` resolves when the reader can take more. */
export interface Uitvoer {
  readonly regel: (tekst: string) => void | Promise<void>;
  readonly fout: (tekst: string) => void;
}

const GEBRUIK = 'Gebruik: ijw-gateway check [--json] PAD…\n';

/** `ijw-gateway check [--json] PAD…` (DESIGN 5.2). Gives 0: all accepted, 1: some rejected, 2: wrong use or unreadable path. */
export async function check(args: readonly string[]): Promise<number> {
  // Whoever read along has gone (`| head`): there is nobody left to write for.
  process.stdout.on('error', () => process.exit(2));
  return runCheck(args, {
    regel: (tekst) =>
      process.stdout.write(tekst) ? undefined : new Promise((door) => process.stdout.once('drain', door)),
    fout: (tekst) => process.stderr.write(tekst),
  });
}

/** One file after the other, so that a folder of any size takes the memory of its largest file. */
export async function runCheck(args: readonly string[], uit: Uitvoer): Promise<number> {
  const opdracht = leesArgumenten(args);
  if (opdracht === null) {
    uit.fout(GEBRUIK);
    return 2;
  }
  let geldig = 0;
  let afgekeurd = 0;
  let onleesbaar = 0;
  const meldOnleesbaar = (pad: string, reden: string) => {
    onleesbaar++;
    uit.fout(`${pad}: ${reden}\n`);
  };
  for (const pad of opdracht.paden) {
    for (const gevonden of bestandenOp(pad)) {
      if (gevonden.kind === 'onleesbaar') {
        meldOnleesbaar(gevonden.pad, gevonden.reden);
        continue;
      }
      const bytes = leesbaar(gevonden.pad);
      if (typeof bytes === 'string') {
        meldOnleesbaar(gevonden.pad, bytes);
        continue;
      }
      const uitslag = toets(gevonden.pad, bytes);
      if (uitslag.geldig) geldig++;
      else afgekeurd++;
      await uit.regel(opdracht.json ? `${JSON.stringify(uitslag)}\n` : verslag(uitslag));
    }
  }
  if (!opdracht.json) await uit.regel(slotregel(geldig, afgekeurd, onleesbaar));
  if (onleesbaar > 0) return 2;
  return afgekeurd > 0 ? 1 : 0;
}

/** The bytes of a file, or why they cannot be read. */
function leesbaar(pad: string): Uint8Array | string {
  try {
    return leesBegrensd(pad);
  } catch (fout) {
    return redenVan(fout);
  }
}

function leesArgumenten(args: readonly string[]): { json: boolean; paden: string[] } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    return positionals.length === 0 ? null : { json: values.json, paden: positionals };
  } catch {
    return null;
  }
}

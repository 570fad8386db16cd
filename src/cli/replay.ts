import { meldMislukt, vraagGateway } from './gateway-client.ts';
import { leesOpties, meldOnjuist } from './opties.ts';

export const GEBRUIK = 'Gebruik: ijw-gateway replay ID…\n';

/** `ijw-gateway replay ID…`: exit 0 when every message waits again, 1 when some do not. */
export async function replay(args: readonly string[]): Promise<number> {
  const gelezen = leesOpties(args, {});
  if (gelezen.kind === 'onjuist') return meldOnjuist(gelezen.fouten, GEBRUIK);
  const ids = gelezen.rest;
  if (ids.length === 0) return meldOnjuist(['Noem het id van ten minste één bericht.'], GEBRUIK);
  let mislukt = 0;
  for (const id of ids) {
    const uitkomst = await vraagGateway('POST', `/api/v1/berichten/${encodeURIComponent(id)}/replay`);
    if (uitkomst.kind === 'ok') {
      process.stdout.write(`${id}: wacht opnieuw op een oordeel\n`);
      continue;
    }
    process.stderr.write(`${id}: `);
    const code = meldMislukt(uitkomst);
    if (code === 2) return 2;
    mislukt++;
  }
  process.stdout.write(`${ids.length} gevraagd, ${ids.length - mislukt} wachten, ${mislukt} geweigerd\n`);
  return mislukt === 0 ? 0 : 1;
}

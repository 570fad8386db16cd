import { meldMislukt, vraagGateway } from './gateway-client.ts';

/** `ijw-gateway replay ID…`: exit 0 when every message waits again, 1 when some do not. */
export async function replay(args: readonly string[]): Promise<number> {
  if (args.length === 0) {
    process.stderr.write('Gebruik: ijw-gateway replay ID…\n');
    return 2;
  }
  let mislukt = 0;
  for (const id of args) {
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
  process.stdout.write(`${args.length} gevraagd, ${args.length - mislukt} wachten, ${mislukt} geweigerd\n`);
  return mislukt === 0 ? 0 : 1;
}

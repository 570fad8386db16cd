// Sends messages and tells their verdicts: node insturen.mjs FILE…
import { readFile } from 'node:fs/promises';
import { IjwClient, IjwError } from 'ijw-gateway/client';

const client = new IjwClient({
  url: process.env.IJW_URL ?? 'http://127.0.0.1:8080',
  sleutel: process.env.IJW_SLEUTEL ?? '',
});

for (const file of process.argv.slice(2)) {
  try {
    const { id, type, status, bevindingen } = await client.sendAndWait(await readFile(file));
    console.log(`${file}: ${type} ${status} (${id})`);
    for (const { regel, melding } of bevindingen) console.log(`  ${regel}: ${melding}`);
  } catch (fout) {
    if (!(fout instanceof IjwError)) throw fout;
    console.log(`${file}: niet aangenomen: ${fout.problem.detail}`);
    process.exitCode = 1;
  }
}

// Follows what happens, and goes on where it was after a restart: node volgen.mjs FILE [NUMBER]
// FILE keeps the place; with NUMBER it ends after so many events.
import { readFile, writeFile } from 'node:fs/promises';
import { IjwClient } from 'ijw-gateway/client';

const client = new IjwClient({
  url: process.env.IJW_URL ?? 'http://127.0.0.1:8080',
  sleutel: process.env.IJW_SLEUTEL ?? '',
});
const [, , file = 'plaats.txt', number = 'Infinity'] = process.argv;
const after = (await readFile(file, 'utf8').catch(() => '')).trim();

let seen = 0;
for await (const { position, event, data } of client.events(after === '' ? {} : { after })) {
  console.log(`${event} ${data.id}`);
  await writeFile(file, position);
  if (++seen >= Number(number)) break;
}

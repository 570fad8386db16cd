// Fetches what lies ready into a folder, and confirms it once it is there: node ophalen.mjs FOLDER
// Takes what there is now; leave `untilEmpty` out, and it goes on with what comes.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { IjwClient } from 'ijw-gateway/client';

const client = new IjwClient({
  url: process.env.IJW_URL ?? 'http://127.0.0.1:8080',
  sleutel: process.env.IJW_SLEUTEL ?? '',
});
const folder = process.argv[2] ?? 'ontvangen';
await mkdir(folder, { recursive: true });

// Confirmed when the loop asks for the next: what goes wrong before that comes again, under the same id.
for await (const { id, type, xml } of client.receive({ untilEmpty: true })) {
  await writeFile(join(folder, `.${id}`), xml);
  await rename(join(folder, `.${id}`), join(folder, `${id}.xml`));
  console.log(`${type} ${id}`);
}

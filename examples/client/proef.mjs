// Tells what would become of a message, without any effect: node proef.mjs FILE
import { readFile } from 'node:fs/promises';
import { IjwClient } from 'ijw-gateway/client';

const client = new IjwClient({
  url: process.env.IJW_URL ?? 'http://127.0.0.1:8080',
  sleutel: process.env.IJW_SLEUTEL ?? '',
});

const { type, status, bevindingen, antwoorden } = await client.dryRun(await readFile(process.argv[2] ?? ''));
console.log(`${type}: ${status}, ${bevindingen.length} bevindingen`);
for (const { type: soort, ontvanger } of antwoorden) console.log(`  antwoord: ${soort} aan ${ontvanger}`);

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BEHEERDER, TestGateway } from '../servers/gateway.ts';
import { HttpClient } from '../servers/http-client.ts';

const STORY = resolve(import.meta.dirname, '../../samples/verhaal');

interface Step {
  readonly bestand: string;
  readonly partij: string;
}

/** A gateway in which the story of `samples/` has been told, with a key for each role. */
export interface FilledGateway {
  readonly gateway: TestGateway;
  readonly client: HttpClient;
  readonly keys: Readonly<Record<'beheerder' | 'operator' | 'aanbieder' | 'gemeente' | 'andereAanbieder', string>>;
  /** Ids of the messages of the story, by the number in their names. */
  readonly ids: ReadonlyMap<string, string>;
}

export async function filledGateway(): Promise<FilledGateway> {
  const gateway = await TestGateway.start();
  const client = new HttpClient(gateway.url);
  const ids = new Map<string, string>();
  const story = JSON.parse(readFileSync(join(STORY, 'verhaal.json'), 'utf8')) as { readonly stappen: readonly Step[] };
  for (const { bestand, partij } of Array.isArray(story) ? (story as readonly Step[]) : story.stappen) {
    ids.set(
      bestand.slice(0, 2),
      await send(gateway.url, await client.sleutel(partij), readFileSync(join(STORY, bestand))),
    );
  }
  const operator = await client.json<{ sleutel: string }>('POST', '/api/v1/sleutels', BEHEERDER, {
    ...{ naam: 'Ochtenddienst', rol: 'operator', regios: ['AA'] },
  });
  const keys = {
    beheerder: BEHEERDER,
    operator: operator.sleutel,
    aanbieder: await client.sleutel('42420001'),
    gemeente: await client.sleutel('0362'),
    andereAanbieder: await client.sleutel('42420002'),
  };
  return { gateway, client, keys, ids };
}

async function send(url: string, sleutel: string, body: Uint8Array): Promise<string> {
  const antwoord = await fetch(`${url}/api/v1/berichten`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sleutel}`, 'content-type': 'application/xml', prefer: 'wait=30' },
    body: Buffer.from(body),
  });
  return ((await antwoord.json()) as { readonly id: string }).id;
}

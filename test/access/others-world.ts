import { bytesVan, STAPPEN } from '../samples/verhaal.ts';
import { LineBrowser } from '../servers/browser.ts';
import { BEHEERDER, TestGateway } from '../servers/gateway.ts';
import { HttpClient } from '../servers/http-client.ts';

/** Whose things they are, and who has nothing to do with them: another aanbieder, gemeenten here and elsewhere, another region. */
export const OWN = { aanbieder: '42420001', gemeente: '0362', regio: 'AA' } as const;
const STRANGERS = [
  { naam: 'aanbieder 42420003', rol: 'aanbieder', partij: '42420003' },
  { naam: 'gemeente 0363', rol: 'gemeente', partij: '0363' },
  { naam: 'gemeente 0431', rol: 'gemeente', partij: '0431' },
  { naam: 'operator ZAWA', rol: 'operator', regios: ['ZAWA'] },
] as const;

export interface Stranger {
  readonly naam: string;
  readonly rol: (typeof STRANGERS)[number]['rol'];
  readonly sleutel: string;
}

/** One of everything that has an address, all of one aanbieder and one gemeente in one region. */
export interface Things {
  readonly bericht: string;
  readonly stuk: string;
  readonly nummer: string;
  readonly werkbak: string;
  readonly opdracht: string;
  readonly aflevering: string;
  readonly signaal: string;
  readonly abonnement: string;
  readonly herhaling: string;
  readonly zoekopdracht: string;
  readonly sleutel: string;
  readonly regel: string;
}

export interface World {
  readonly gateway: TestGateway;
  readonly client: HttpClient;
  readonly strangers: readonly Stranger[];
  /** Who has to do with them: by role. */
  readonly owners: Readonly<Record<'aanbieder' | 'gemeente' | 'operator' | 'beheerder', string>>;
  readonly things: Things;
}

const NONE = '01a00000-0000-7000-8000-000000000000';
/** The same shapes, of nothing that is there. */
export const NOTHING: Things = {
  ...{
    bericht: NONE,
    stuk: NONE,
    werkbak: NONE,
    opdracht: NONE,
    abonnement: NONE,
    herhaling: NONE,
    zoekopdracht: NONE,
    sleutel: NONE,
  },
  ...{ nummer: '123456789', aflevering: '987654321', signaal: '987654321', regel: 'TR999' },
};

export async function world(): Promise<World> {
  const gateway = await TestGateway.start({ env: { WEBHOOK_PRIVE: 'ja' } });
  const client = new HttpClient(gateway.url);
  const made = (body: object) =>
    client.json<{ id: string; sleutel: string }>('POST', '/api/v1/sleutels', BEHEERDER, body);
  const strangers = await Promise.all(
    STRANGERS.map(async (who) => ({ naam: who.naam, rol: who.rol, sleutel: (await made(who)).sleutel })),
  );
  const { id: sleutel, sleutel: operator } = await made({ naam: 'operator AA', rol: 'operator', regios: [OWN.regio] });
  const [aanbieder, gemeente] = [await client.sleutel(OWN.aanbieder), await client.sleutel(OWN.gemeente)];
  const sent: { id: string; regio: string; status: string; antwoorden: { id: string; type: string }[] }[] = [];
  for (const stap of STAPPEN.filter(({ bestand }) => /^(?:01|03|06|07|08|09|11|15|16)/.test(bestand))) {
    const answer = await fetch(`${gateway.url}/api/v1/berichten`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await client.sleutel(stap.partij)}`,
        ...{ 'content-type': 'application/xml', prefer: 'wait=60' },
      },
      body: new Uint8Array(bytesVan(stap)),
    });
    sent.push((await answer.json()) as (typeof sent)[number]);
  }
  const [first] = sent;
  const stuk = first?.antwoorden.find(({ type }) => type === 'JW301')?.id ?? '';
  const [, nummer = ''] = /ToewijzingNummer>(\d+)</.exec(await client.xml(stuk)) ?? [];
  const list = async <T>(path: string, key: string) => client.json<T>('GET', `/api/v1/${path}`, key);
  const { items } = await list<{ items: { id: string }[] }>('werkbak', gemeente);
  const { afleveringen } = await list<{ afleveringen: { id: string }[] }>(`berichten/${stuk}`, BEHEERDER);
  const grant = await client.call('PUT', `/api/v1/toewijzingen/0362/${nummer}/signaalbudget`, gemeente, {
    ...{ bedrag: 700_000, reden: 'meer uren' },
  });
  if (grant.status !== 200) throw new Error(`no grant: ${grant.status}`);
  const decided = await client.json<{ opdracht: string }>('POST', `/api/v1/werkbak/${items[0]?.id}`, gemeente, {
    ...{ besluit: 'afwijzen', reden: '4' },
  });
  const signals = await list<{ id: string; gemeente: string }[]>('signalen', gemeente);
  const hook = { weg: 'webhook', adres: 'http://127.0.0.1:9/haak-van-0362' };
  const abonnement = await client.json<{ id: string }>('POST', '/api/v1/abonnementen', gemeente, hook);
  await client.json('PUT', '/api/v1/partijen/0362/kanaal', BEHEERDER, { url: 'http://127.0.0.1:9/kanaal-van-0362' });
  const herhaling = await client.json<{ id: string }>('POST', '/api/v1/herhalingen', operator, {
    filter: { status: 'geweigerd', partij: OWN.aanbieder },
  });
  const browser = await LineBrowser.signedIn(gateway.url, gemeente);
  await browser.send('/berichten/zoekopdrachten', { naam: 'van 0362', vraag: 'status=afgekeurd' }, '/');
  const [, zoekopdracht = ''] = /name="verwijder" value="([^"]+)"/.exec((await browser.get('/berichten')).text) ?? [];
  const things = {
    ...{ bericht: first?.id ?? '', stuk, nummer, werkbak: items[1]?.id ?? '', opdracht: decided.opdracht },
    ...{ aflevering: afleveringen[0]?.id ?? '', signaal: signals.find((s) => s.gemeente === '0362')?.id ?? '' },
    ...{ zoekopdracht, abonnement: abonnement.id, herhaling: herhaling.id, sleutel, regel: 'XSD' },
  };
  const missing = Object.entries(things).filter(([, id]) => id === '' || id === undefined);
  if (missing.length > 0) throw new Error(`the world lacks ${missing.map(([name]) => name).join(', ')}`);
  return { gateway, client, strangers, owners: { aanbieder, gemeente, operator, beheerder: BEHEERDER }, things };
}

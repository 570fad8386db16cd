import type { Jw305, Jw307, Start, Stop, Uitkomst } from '../bericht.ts';
import { isFout, type Klasse, retour } from './oordeel.ts';
import { isVerwijderd, type Regie, type Stand } from './stand.ts';

const sleutel = (r: Regie) => [r.soort, r.bij, r.code, r.begin, r.einde, r.reden].join(' ');

/** JW305 and JW307: removals first, then first deliveries, each against what then stands (STANDARD section 4). */
export function regie(bericht: Jw305 | Jw307, stand: Stand): Uitkomst {
  const { gemeente, aanbieder, bsn, producten } = bericht;
  const soort = bericht.type === 'JW305' ? 'start' : 'stop';
  const record = (p: Start | Stop): Regie => ({
    soort,
    bij: `${gemeente} ${aanbieder} ${bsn} ${p.nummer}`,
    code: p.code,
    begin: p.begin,
    einde: 'einde' in p ? p.einde : '-',
    reden: 'reden' in p ? p.reden : '-',
  });
  const records = producten.map(record);
  const zelfde = new Set(records.map(sleutel)).size < records.length;
  const stopVoorStart = records.some((r, i) => producten[i]?.status !== '3' && r.soort === 'stop' && r.einde < r.begin);
  if (zelfde || stopVoorStart || producten.some((p) => p.status === '2')) return retour(bericht.type, ['0001'], null);

  let lijst = [...stand.regie];
  const codes = producten.map((): string[] => []);
  const volgorde = [...producten.keys()].sort((a, b) => rang(producten[a]) - rang(producten[b]));
  for (const i of volgorde) {
    const [p, r] = [producten[i], records[i]];
    if (p === undefined || r === undefined) continue;
    const fout = p.status === '3' ? verwijder(r, lijst) : eerste(r, lijst, stand, gemeente, aanbieder, bsn, p.nummer);
    codes[i] = fout;
    if (fout.length > 0) continue;
    lijst = p.status === '3' ? lijst.filter((ander) => sleutel(ander) !== sleutel(r)) : [...lijst, r];
  }
  const naam = soort === 'start' ? 'StartProduct' : 'StopProduct';
  const client: Klasse = { naam: 'Client', codes: [], kinderen: codes.map((eigen) => ({ naam, codes: eigen })) };
  if (!isFout(client)) stand.regie = lijst;
  return retour(bericht.type, [], client);
}

const rang = (p: Start | Stop | undefined) => (p?.status === '3' ? 0 : 1);

function verwijder(r: Regie, lijst: readonly Regie[]): string[] {
  if (!lijst.some((ander) => sleutel(ander) === sleutel(r))) return ['9063'];
  const gestopt = lijst.some((s) => s.soort === 'stop' && s.bij === r.bij && s.begin === r.begin && s.code === r.code);
  return r.soort === 'start' && gestopt ? ['9071'] : [];
}

function eerste(
  r: Regie,
  lijst: readonly Regie[],
  stand: Stand,
  gemeente: string,
  aanbieder: string,
  bsn: string,
  nummer: number,
): string[] {
  const versie = stand.van(gemeente, aanbieder, bsn).find((v) => v.nummer === nummer);
  // Delivery cannot begin on what was removed; what began before can still be stopped (choice).
  if (versie === undefined || (r.soort === 'start' && isVerwijderd(versie))) return ['9019'];
  const codes: string[] = [];
  if (lijst.some((ander) => sleutel(ander) === sleutel(r))) codes.push('9074');
  const hier = lijst.filter((ander) => ander.bij === r.bij);
  const starts = hier.filter((ander) => ander.soort === 'start');
  const stopsBij = (begin: string) => hier.filter((ander) => ander.soort === 'stop' && ander.begin === begin);
  if (r.soort === 'start') {
    if (starts.some((s) => stopsBij(s.begin).length === 0)) codes.push('9326');
    return codes;
  }
  const start = starts.find((s) => s.begin === r.begin && s.code === r.code);
  // Its start is the latest one, or one whose stop was taken away (choice).
  if (start === undefined || (start !== starts.at(-1) && stopsBij(r.begin).length > 0)) codes.push('9069');
  const stops = stopsBij(r.begin);
  if (r.reden === '20' && stops.some((s) => s.reden === '20')) codes.push('9413');
  if (r.einde < (stops.at(-1)?.einde ?? '')) codes.push('9414');
  if (stops.some((s) => s.reden !== '20')) codes.push('9415');
  return codes;
}

import type { Jw305, Jw307, Start, Stop, Uitkomst } from '../bericht.ts';
import { categorieVan } from '../wereld.ts';
import { isVerwijderd, levering, type Regie, regieSleutel } from './gegevens.ts';
import { isFout, type Klasse, retour } from './oordeel.ts';
import { zelfdeProduct } from './product.ts';
import type { Stand } from './stand.ts';

/**
 * JW305 and JW307: removals first, then first deliveries, each against what then stands
 * (docs/decisions/starts-and-stops.md).
 */
export function regie(bericht: Jw305 | Jw307, stand: Stand): Uitkomst {
  const { gemeente, aanbieder, bsn, producten, release, dagtekening } = bericht;
  const soort = bericht.type === 'JW305' ? 'start' : 'stop';
  const record = ({ status: _, ...p }: Start | Stop): Regie => ({
    ...{ einde: '-', reden: '-', ...p },
    ...{ soort, gemeente, aanbieder, bsn, bericht: stand.nu },
  });
  const records = producten.map(record);
  const sleutel = regieSleutel(release);
  const zelfde = new Set(records.map(sleutel)).size < records.length;
  const stopVoorStart = records.some((r, i) => producten[i]?.status !== '3' && r.soort === 'stop' && r.einde < r.begin);
  const telaat = records.some((r, i) => producten[i]?.status !== '3' && r.soort === 'stop' && r.einde > dagtekening);
  if (zelfde || stopVoorStart || telaat || producten.some((p) => p.status === '2'))
    return retour(bericht, ['0001'], null);

  const oud = stand.regie;
  const weg: Regie[] = [];
  const nieuw: Regie[] = [];
  const codes = producten.map((): string[] => []);
  const volgorde = [...producten.keys()].sort((a, b) => rang(producten[a]) - rang(producten[b]));
  for (const i of volgorde) {
    const [p, r] = [producten[i], records[i]];
    if (p === undefined || r === undefined) continue;
    const lijst = [...oud.filter((ander) => !weg.includes(ander)), ...nieuw];
    const fout = p.status === '3' ? verwijder(r, lijst, release) : eerste(r, lijst, stand, release);
    codes[i] = fout;
    if (fout.length > 0) continue;
    // In 2.3 two stops that came by 3.2 may have one key: it means the last.
    if (p.status === '3') weg.push(...lijst.filter((ander) => sleutel(ander) === sleutel(r)).slice(-1));
    else nieuw.push(r);
  }
  const naam = soort === 'start' ? 'StartProduct' : 'StopProduct';
  const client: Klasse = { naam: 'Client', codes: [], kinderen: codes.map((eigen) => ({ naam, codes: eigen })) };
  if (!isFout(client)) stand.neemRegie(nieuw, weg);
  return retour(bericht, [], client);
}

const rang = (p: Start | Stop | undefined) => (p?.status === '3' ? 0 : 1);

function verwijder(r: Regie, lijst: readonly Regie[], release: string): string[] {
  const sleutel = regieSleutel(release);
  if (!lijst.some((ander) => sleutel(ander) === sleutel(r))) return ['9063'];
  const hier = lijst.filter((s) => levering(s) === levering(r));
  const gestopt = hier.some((s) => s.soort === 'stop' && s.begin === r.begin && s.code === r.code);
  return r.soort === 'start' && gestopt ? ['9071'] : [];
}

/** TR019. Delivery cannot begin on what was removed; what began before can still be stopped (choice). */
function isGekoppeld({ gemeente, aanbieder, bsn, nummer, soort, code }: Regie, stand: Stand, release: string): boolean {
  const bekend = stand.van(gemeente, aanbieder, bsn);
  if (nummer !== null) return bekend.some((v) => v.nummer === nummer && !(soort === 'start' && isVerwijderd(v)));
  const product = { categorie: categorieVan(code), code };
  return release === '2.3' && bekend.some((v) => zelfdeProduct(v, product) && !isVerwijderd(v));
}

function eerste(r: Regie, lijst: readonly Regie[], stand: Stand, release: string): string[] {
  if (!isGekoppeld(r, stand, release)) return ['9019'];
  const codes: string[] = [];
  const sleutel = regieSleutel(release);
  if (lijst.some((ander) => sleutel(ander) === sleutel(r))) codes.push('9074');
  const hier = lijst.filter((ander) => levering(ander) === levering(r));
  const starts = hier.filter((ander) => ander.soort === 'start');
  const stopsBij = (begin: string) => hier.filter((ander) => ander.soort === 'stop' && ander.begin === begin);
  if (r.soort === 'start') {
    if (starts.some((s) => stopsBij(s.begin).length === 0)) codes.push('9326');
    return codes;
  }
  const start = starts.find((s) => s.begin === r.begin && s.code === r.code);
  // Its start is the latest one, or one whose stop was taken away (choice).
  if (start === undefined || (start !== starts.at(-1) && stopsBij(r.begin).length > 0)) codes.push('9069');
  // iJW 2.3 has no codes for the rest.
  if (release === '2.3') return codes;
  const stops = stopsBij(r.begin);
  if (r.reden === '20' && stops.some((s) => s.reden === '20')) codes.push('9413');
  if (r.einde < (stops.at(-1)?.einde ?? '')) codes.push('9414');
  if (stops.some((s) => s.reden !== '20')) codes.push('9415');
  return codes;
}

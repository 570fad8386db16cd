import type { Beoordeeld, Jw304, Jw325, Ontvangen, Prestatie, Uitkomst } from '../bericht.ts';
import { isEigen, VANDAAG } from '../wereld.ts';
import { oudeRegelFouten, periodeFouten } from './declaratie/jw303.ts';
import { metTeken } from './declaratie/keuring.ts';
import type { Bericht } from './gegevens.ts';
import { RETOUR, VAN_GEMEENTE } from './oordeel.ts';
import type { Stand } from './stand.ts';

/**
 * An answer of a party with a system of its own (docs/decisions/who-answers.md). It must be right and answer a message
 * that was not answered yet; else it is refused without an answer.
 */
export function ontvangen(bericht: Ontvangen, stand: Stand): Uitkomst {
  const op = heenVan(bericht, stand);
  const fouten = regels(bericht, op, stand);
  const zender = bericht.type === 'JW302' || bericht.type === 'JW320' ? bericht.aanbieder : bericht.gemeente;
  const hoortErbij =
    op !== undefined &&
    op.gemeente === bericht.gemeente &&
    op.aanbieder === bericht.aanbieder &&
    op.release === bericht.release &&
    stand.oordeelOver(op.bericht) === undefined;
  if (!hoortErbij || !isEigen(zender) || fouten.length > 0) {
    return { status: 'afgekeurd', antwoorden: [], bezwaren: ['POORT-RETOUR', ...new Set(fouten)].sort() };
  }
  const vermeld = 'clienten' in bericht ? bericht.clienten.flatMap((c) => c.prestaties) : [];
  stand.neemOordeel({
    op: op.bericht,
    aanvaard: isAanvaard(bericht),
    vermeld: new Map(vermeld.map((p) => [p.referentie, p.toegekend])),
  });
  return { status: 'goedgekeurd', antwoorden: [], bezwaren: [] };
}

/** By the Identificatie that its sender gave it; a JW303 has its number instead. */
function heenVan(bericht: Ontvangen, { berichten }: Stand): Bericht | undefined {
  const identificatie =
    bericht.type === 'JW325'
      ? bericht.op.identificatie
      : bericht.type === 'JW304'
        ? bericht.nummer
        : bericht.identificatie;
  const zender = (b: Bericht) => (VAN_GEMEENTE.includes(b.type) ? 'gemeente' : 'aanbieder');
  return berichten.findLast(
    (b) =>
      b.bezorgd &&
      RETOUR[b.type] === bericht.type &&
      b.identificatie === identificatie &&
      b[zender(b)] === bericht[zender(b)],
  );
}

const isGoed = (codes: readonly string[]) => codes.every((code) => code === '0200' || code === '8001');

/** A retourbericht accepts without codes, an answer on a declaratie with 0200 and 8001. */
function isAanvaard(bericht: Ontvangen): boolean {
  if (bericht.type === 'JW304') return isGoed(bericht.kopcodes);
  if (bericht.type === 'JW325') return isGoed([...bericht.kopcodes, ...(bericht.codes ?? [])]);
  return bericht.codes.length === 0;
}

function regels(bericht: Ontvangen, op: Bericht | undefined, stand: Stand): string[] {
  if (bericht.type !== 'JW325' && bericht.type !== 'JW304') return [];
  if (bericht.type === 'JW304') {
    const verlies = (p: Beoordeeld) => metTeken(p) - metTeken({ ...p, bedrag: p.toegekend });
    const inhoud = [
      ...dubbel(bericht),
      ...(isScheef(bericht, isGoed(bericht.kopcodes), verlies) ? ['TR320'] : []),
      ...(bericht.retourdatum < bericht.dagtekening ? ['CS324'] : []),
      ...periodeFouten(bericht, bericht.dagtekening),
      ...bericht.clienten.flatMap((c) => c.prestaties.flatMap((p) => oudeRegelFouten(p, bericht.dagtekening))),
    ];
    if (inhoud.length > 0) return inhoud;
    const heen = op?.heen?.type === 'JW303' ? op.heen : undefined;
    const zelfde =
      heen?.begin === bericht.begin && heen.einde === bericht.einde && heen.dagtekening === bericht.dagtekening;
    return [
      ...(zelfde ? [] : ['IV056']),
      ...(bericht.retourdatum > VANDAAG ? ['IV032'] : []),
      ...tegenDeclaratie(bericht, op),
    ];
  }
  const { codes, gemeente, identificatie, dagtekening, nummer } = bericht;
  const gebruikt = `${gemeente} JW325 ${identificatie}`;
  const isDubbel = stand.identificaties.has(gebruikt);
  stand.identificaties.add(gebruikt);
  const inhoud = [
    ...dubbel(bericht),
    ...(codes !== null && isScheef(bericht, isGoed(codes), metTeken) ? ['TR342'] : []),
  ];
  if (inhoud.length > 0) return inhoud;
  const heen = op?.heen?.type === 'JW323' ? op.heen : undefined;
  return [
    ...(isDubbel ? ['TR056'] : []),
    ...(dagtekening > VANDAAG ? ['TR135'] : []),
    ...(op?.dagtekening === bericht.op.dagtekening ? [] : ['TR337']),
    ...(codes === null || heen === undefined || heen.nummer === nummer ? [] : ['TR376']),
    ...tegenDeclaratie(bericht, op),
  ];
}

/** TR101. */
function dubbel({ clienten }: Jw325 | Jw304): string[] {
  const heeftDubbele = (namen: readonly string[]) => new Set(namen).size < namen.length;
  const fout =
    heeftDubbele(clienten.map((c) => c.bsn)) ||
    clienten.some((c) => heeftDubbele(c.prestaties.map((p) => p.referentie)));
  return fout ? ['TR101'] : [];
}

/** TR342, TR320: what is listed explains what is not granted; of what is refused as a whole nothing is. */
function isScheef(
  { ingediend, toegekend, clienten }: Jw325 | Jw304,
  goed: boolean,
  verlies: (p: Beoordeeld) => number,
): boolean {
  const som = clienten.flatMap((c) => c.prestaties).reduce((tot, p) => tot + verlies(p), 0);
  return goed ? som !== ingediend - toegekend : toegekend !== 0;
}

const VELDEN = [
  'vorige',
  'nummer',
  'categorie',
  'code',
  'begin',
  'einde',
  'volume',
  'eenheid',
  'tarief',
  'bedrag',
  'dc',
] as const;

/** TR304, TR366 and TR367: clients and lines are those of the declaratie. */
function tegenDeclaratie({ clienten }: Jw325 | Jw304, op: Bericht | undefined): string[] {
  if (op?.heen?.type !== 'JW323' && op?.heen?.type !== 'JW303') return [];
  const daar = op.heen.clienten;
  return clienten.flatMap((c) => {
    // Of a client that is refused nothing more is looked at.
    if (!daar.some((d) => d.bsn === c.bsn)) return ['TR304'];
    return c.prestaties.flatMap((p) => {
      const bronnen = daar.flatMap((d) => d.prestaties.filter((q) => q.referentie === p.referentie));
      if (bronnen.length === 0) return ['TR366'];
      const gelijk = (q: Prestatie) => VELDEN.every((veld) => q[veld] === p[veld]);
      return bronnen.some(gelijk) ? [] : ['TR367'];
    });
  });
}

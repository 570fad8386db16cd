import type { Insight } from '../../../gateway/reports.ts';
import type { Indeling } from '../../../reports/verdelingen.ts';
import type { Kolom, TabelBeeld } from '../../kit/table-data.tsx';
import { tabel } from '../../kit/table-data.tsx';
import { monthText, NIETS } from '../../kit/value.tsx';
import type { Names } from '../../words/names.ts';

type Rij = Insight['rijen'][number];

/** Names beside codes, amounts in euros. */
export function inzichtTabel(rijen: readonly Rij[], per: readonly Indeling[], names: Names): TabelBeeld {
  return tabel<Rij>({
    naam: 'inzicht',
    titel: 'Aantallen en bedragen',
    leeg: 'Er is nog niets om te tellen.',
    rijen,
    kolommen: [
      ...indelingen(names)
        .filter(([naam]) => per.includes(naam))
        .map(([, kolom]) => kolom),
      ...MATEN,
    ],
  });
}

function indelingen(names: Names): readonly (readonly [Indeling, Kolom<Rij>])[] {
  return [
    ['regio', { kop: 'Regio', waarde: ({ regio }) => names.region(regio ?? null) }],
    ['gemeente', { kop: 'Gemeente', waarde: ({ gemeente }) => names.party(gemeente ?? null) }],
    ['product', { kop: 'Product', waarde: ({ product }) => productText(product ?? null, names) }],
    ['zorgcategorie', { kop: 'Zorgcategorie', waarde: ({ zorgcategorie }) => zorgcategorie ?? null }],
    ['maand', { kop: 'Maand', waarde: ({ maand }) => maand ?? null, toon: ({ maand }) => monthText(maand ?? NIETS) }],
    ['aanbieder', { kop: 'Aanbieder', waarde: ({ aanbieder }) => names.party(aanbieder ?? null) }],
  ];
}

/** `45 45A01` as the product is called. */
function productText(product: string | null, names: Names): string {
  if (product === null) return 'zonder product';
  const [categorie = null, code = null] = product.split(' ');
  return names.product(categorie, code);
}

/** With places where a heading may break: fourteen columns of figures stand beside each other. */
const MATEN: readonly Kolom<Rij>[] = [
  { kop: 'Kinderen', opPagina: 'Kin\u00adderen', waarde: ({ clienten }) => clienten },
  { kop: 'Toegewezen', opPagina: 'Toe\u00adge\u00adwezen', waarde: ({ toegewezen }) => toegewezen },
  { kop: 'Gestart', waarde: ({ gestart }) => gestart },
  { kop: 'Instroom', opPagina: 'In\u00adstroom', waarde: ({ instroom }) => instroom },
  { kop: 'Doorstroom', opPagina: 'Door\u00adstroom', waarde: ({ doorstroom }) => doorstroom },
  { kop: 'Gestopt', waarde: ({ gestopt }) => gestopt },
  { kop: 'Uitstroom', opPagina: 'Uit\u00adstroom', waarde: ({ uitstroom }) => uitstroom },
  { kop: 'Duur (dagen)', waarde: ({ duurDagen }) => duurDagen },
  { kop: 'Gedeclareerd', waarde: (rij) => ({ euro: isHidden(rij) ? null : rij.gedeclareerd }) },
  { kop: 'Toegekend', waarde: ({ toegekend }) => ({ euro: toegekend }) },
  { kop: 'Afgewezen', waarde: ({ afgewezen }) => ({ euro: afgewezen }) },
  { kop: 'Afgewezen regels', opPagina: 'Regels afge\u00adwezen', waarde: ({ afgewezenRegels }) => afgewezenRegels },
  {
    kop: 'Afgewezen verzoeken',
    opPagina: 'Ver\u00adzoeken afge\u00adwezen',
    waarde: ({ afgewezenVerzoeken }) => afgewezenVerzoeken,
  },
  {
    kop: 'Afgeschermd',
    opPagina: 'Afge\u00adschermd',
    waarde: ({ afgeschermd, onvolledig }) => (afgeschermd ? 'ja' : onvolledig ? 'deels' : ''),
  },
];

/** Of what is partly hidden the sum says too little: with the refused amount hidden it would be what was granted. */
function isHidden({ toegekend, afgewezen }: Rij): boolean {
  return toegekend === null || afgewezen === null;
}

import { met, zonder } from '../builders.ts';
import { bedrag, ingediend, metCredit, nullen, regel, regels, zetTotaal } from './declaraties.ts';
import { boven, dagen, dagVan, erin, type Recept } from './recept.ts';

/** Lines, totals and periods of JW323, JW325, JW303 and JW304. */

const zetPeriode = (begin: string, einde: string) => ({ Begindatum: begin, Einddatum: einde });

/** One date in the message, on its own Dagtekening and the day after; a period begins and ends in one month. */
const nietNaDagtekening: Recept = ({ basis, element, type }) => {
  const dag = dagVan(basis);
  const later = dagen(dag, 1);
  if (!element.endsWith('Periode/Begindatum')) {
    return [{ goed: met(basis, [element, dag]), fout: met(basis, [element, later]) }];
  }
  const periode = boven(element);
  if (type === 'JW323' && periode.endsWith('DeclaratiePeriode')) {
    return [{ goed: basis, fout: met(basis, [periode, zetPeriode('2026-04-01', '2026-04-30')]), ook: ['TR137'] }];
  }
  const op = (begin: string) => met(basis, [periode, zetPeriode(begin, dag)]);
  return [{ goed: op(dag), fout: op(later), ook: ['TR137'] }];
};

const geslotenPeriode: Recept = ({ basis, element, type }) => {
  const dag = dagVan(basis);
  const periode = boven(element);
  if (type === 'JW323' && periode.endsWith('DeclaratiePeriode')) {
    const fout = met(basis, [periode, zetPeriode('2026-03-01', '2026-03-31')]);
    const omgekeerd = met(basis, [periode, zetPeriode('2026-02-01', '2026-01-31')]);
    return [
      { goed: basis, fout },
      { goed: basis, fout: omgekeerd, ook: ['CS340'] },
    ];
  }
  const van = (begin: string, einde: string) => met(basis, [periode, zetPeriode(begin, einde)]);
  return [
    { goed: van(dag, dag), fout: van(dag, dagen(dag, -1)) },
    { goed: van(dagen(dag, -1), dag), fout: van(dagen(dag, -1), dagen(dag, 1)) },
  ];
};

/** CS325: everything zero, this one a credit. What was submitted for a line makes that line a credit besides (CD060). */
const nul: Recept = ({ basis, element }) => {
  const groep = boven(element);
  // Not said to be exempt, or a BtwBedrag could not stand (CD056).
  const goed = zonder(
    nullen(basis),
    ...(groep.endsWith('BtwBedrag') ? [`${boven(groep)}/BtwVrijstellingIndicatie`] : []),
  );
  const zet = (DebetCredit: string) => {
    const naam = groep.includes('Totaal') ? 'TotaalBedrag' : 'Bedrag';
    return met(goed, [groep, { [naam]: '0', DebetCredit }]);
  };
  const vanRegel = groep.endsWith(`Prestatie/${ingediend(basis)}`);
  return [{ goed: zet('D'), fout: zet('C'), ook: vanRegel ? ['CD060'] : [] }];
};

const VORIG = 'ProductReferentie/VorigReferentieNummer';

const totaalAnders: Recept = ({ basis, element }) => [
  { goed: basis, fout: met(basis, [`${element}/TotaalBedrag`, '1']) },
];

export const DECLARATIE_RECEPTEN: Readonly<Record<string, Recept>> = {
  TR134: nietNaDagtekening,
  TR137: geslotenPeriode,
  CS325: nul,
  TR312: totaalAnders,
  TR313: totaalAnders,
  TR358: totaalAnders,
  TR320: ({ basis, element }) => [
    { goed: basis, fout: met(basis, [`${element}/ToegekendTotaalBedrag/TotaalBedrag`, '1']) },
  ],
  TR342: ({ basis, element }) => [
    { goed: basis, fout: met(basis, [`${element}/TotaalToegekendBedrag/TotaalBedrag`, '1']) },
  ],
  CD060: ({ basis, element }) => {
    const credit = metCredit(basis, 1, 'P0');
    return [
      { goed: basis, fout: met(basis, [element, 'P0']) },
      { goed: credit, fout: zonder(credit, element) },
    ];
  },
  TR315: ({ basis }) => {
    const goed = metCredit(metCredit(basis, 1, 'P0'), 2, 'P00');
    return [{ goed, fout: met(goed, [`${regel(basis, 2)}/${VORIG}`, 'P0']) }];
  },
  TR316: ({ basis }) => {
    const goed = metCredit(basis, 1, 'P0');
    return [{ goed, fout: met(goed, [`${regel(basis, 1)}/${VORIG}`, 'P2']) }];
  },
  TR416: ({ basis }) => [{ goed: basis, fout: met(basis, [`${regel(basis, 2)}/ProductCode`, '45A01']) }],
  CD087: ({ basis, element }) => {
    const euros = zonder(
      met(basis, [`${boven(element)}/Eenheid`, '83'], [`${boven(element)}/GeleverdVolume`, '15000']),
      element,
    );
    return [
      { goed: basis, fout: zonder(basis, element) },
      { goed: euros, fout: met(euros, [element, '1']) },
    ];
  },
  CS339: ({ basis, element }) => {
    const prestatie = boven(element);
    const goed = zonder(
      met(basis, [`${prestatie}/Eenheid`, '83'], [`${prestatie}/GeleverdVolume`, '15000']),
      `${prestatie}/ProductTarief`,
    );
    return [{ goed, fout: met(goed, [`${prestatie}/GeleverdVolume`, '14999']) }];
  },
  CS100: ({ basis, element }) => {
    const begin = met(basis, ['Declaratie/DeclaratieDagtekening', '2021-02-01']);
    const van = (dag: string, tot: string) => met(begin, [element, zetPeriode(dag, tot)]);
    return [{ goed: van('2021-01-01', '2021-01-31'), fout: van('2020-12-01', '2020-12-31') }];
  },
  CS337: ({ basis, element }) => [{ goed: basis, fout: met(basis, [`${element}/Begindatum`, '2026-01-31']) }],
  CS340: ({ basis, element }) =>
    [
      zetPeriode('2026-02-02', '2026-02-28'),
      zetPeriode('2026-02-01', '2026-02-27'),
      zetPeriode('2026-01-01', '2026-02-28'),
    ].map((periode) => ({ goed: basis, fout: met(basis, [element, periode]) })),
  TR335: ({ basis, element }) => {
    const op = (dag: string) => met(basis, [boven(element), zetPeriode(dag, dag)]);
    return [{ goed: op('2021-03-01'), fout: op('2021-02-28') }];
  },
  CD058: ({ basis, element }) => {
    const fout = met(basis, ['Header/BetalingAanID', '01']);
    return [{ goed: met(fout, [element, '98000001']), fout }];
  },
  CD059: ({ basis, element }) => {
    const goed = met(basis, ['Header/BerichtCode', '450']);
    return [{ goed, fout: zonder(goed, element) }];
  },
  CD062: ({ basis, element }) => {
    const fout = met(basis, [`${boven(element)}/Eenheid`, '83']);
    return [{ goed: zonder(fout, element), fout }];
  },
  CS323: ({ basis, element }) => {
    const goed = met(basis, [element, bedrag('14999')]);
    const fout = met(basis, [element, bedrag('15001')]);
    return [{ goed: zetTotaal(goed, 29999), fout: zetTotaal(fout, 30001) }];
  },
  CS324: ({ basis, element }) => [
    { goed: met(basis, [element, dagVan(basis)]), fout: met(basis, [element, dagen(dagVan(basis), -1)]) },
  ],
  CS328: ({ basis, element }) => {
    const van = (dag: string) => met(basis, [`${element}/Begindatum`, dag]);
    return [{ goed: van('2015-01-01'), fout: van('2014-12-31') }];
  },
  CS331: ({ basis, element }) => {
    const periode = `${regels(basis)}/ProductPeriode/Begindatum`;
    return ['21', '81'].map((eenheid) => {
      const van = (dag: string) => met(basis, [element, eenheid], [periode, dag]);
      return { goed: van('2019-03-31'), fout: van('2019-04-01') };
    });
  },
  TR317: ({ basis, element }) => [{ goed: zonder(basis, element), fout: met(basis, [`${element}/Bedrag`, '15001']) }],
  CD055: ({ basis, element }) => {
    const goed = metBtw(basis, '0');
    return [{ goed, fout: zonder(goed, element) }];
  },
  CD056: (opgave) => erin(opgave.element.endsWith('BtwBedrag') ? bedrag('0') : '2100')(opgave),
  CS327: ({ basis, element }) => {
    const goed = metBtw(basis, '100');
    const fout = met(goed, [`${element}/DebetCredit`, 'C']);
    const btw = element.endsWith('BtwBedrag') && basis.type === 'JW303';
    return [{ goed, fout: btw ? met(fout, [BTW_TOTAAL, { TotaalBedrag: '100', DebetCredit: 'C' }]) : fout }];
  },
};

const BTW_TOTAAL = 'Header/DeclaratieFactuurBedragen/BtwTotaalBedrag';

/** The first line with btw of so many cents, and all that goes with it. */
function metBtw(basis: Parameters<typeof met>[0], centen: string): Parameters<typeof met>[0] {
  const ingediendDeel = `${regels(basis)}/IngediendeBedragPrestatie`;
  const metLijn = met(
    basis,
    [`${ingediendDeel}/BtwVrijstellingIndicatie`, '2'],
    [`${ingediendDeel}/BtwPercentage`, '2100'],
    [`${ingediendDeel}/BtwBedrag`, bedrag(centen)],
    ['Header/DeclaratieFactuurIdentificatie/BtwIDNummer', 'NL123456789B01'],
  );
  return basis.type === 'JW303' ? met(metLijn, [BTW_TOTAAL, { TotaalBedrag: centen, DebetCredit: 'D' }]) : metLijn;
}

import { claimSleutel } from '../claims.ts';
import type { Afkeur, Omgeving } from '../regel.ts';
import { vul } from '../texts/vul.ts';
import { type Debet, debetBij, isFactuur, partijenBij } from './debet-bij.ts';
import type { DeclarationEntry } from './declaration-entry.ts';
import { onthoudPerBericht } from './onthoud.ts';
import { prestatieVan } from './prestatie.ts';
import { standVan } from './telling.ts';
import { REDEN_GEEN_CREDIT } from './texts.ts';
import { bijCredit, bijToewijzing, fout, GOED, PRESTATIE, PRESTATIE_303, PRESTATIE_323 } from './toetsvorm.ts';

const VORIG = 'ProductReferentie/VorigReferentieNummer';

const dubbelGecrediteerd = bijCredit(({ vorigeReferentie }, _klasse, { kennis }) =>
  vorigeReferentie !== null && kennis.creditsVan(vorigeReferentie).length > 0 ? fout(VORIG) : GOED,
);

/** References between lines: unique, and a credit to what was granted (IV085, IV091; IV053 in iJW 2.3). */
export const REFERENTIE_REGELS: readonly DeclarationEntry[] = [
  {
    ...PRESTATIE,
    code: 'TR314',
    niveau: 3,
    retourcode: '8021',
    kennis: 'D',
    toets(klasse, omgeving) {
      const { referentie } = prestatieVan(klasse);
      const element = 'ProductReferentie/ReferentieNummer';
      if (isEerderGebruikt(referentie, omgeving)) return [{ element, eerder: true }];
      return dubbel(omgeving).has(referentie) ? fout(element) : GOED;
    },
  },
  {
    ...PRESTATIE_323,
    code: 'TR323',
    niveau: 3,
    retourcode: '8017',
    kennis: 'D',
    toets: bijCredit((_prestatie, klasse, omgeving) => {
      const debet = debetBij(klasse, omgeving);
      return debet.kind === 'granted' ? GOED : nietTeCrediteren(debet);
    }),
  },
  {
    ...PRESTATIE_303,
    code: 'TR323',
    niveau: 3,
    retourcode: '8017',
    kennis: 'D',
    toets: bijCredit((_prestatie, klasse, omgeving) => {
      const debet = debetBij(klasse, omgeving);
      if (debet.kind === 'granted' || debet.kind === 'refused') return GOED;
      return debet.kind === 'provisional' && isFactuur(omgeving) ? GOED : nietTeCrediteren(debet);
    }),
  },
  {
    ...PRESTATIE_303,
    code: 'IV053',
    niveau: 4,
    retourcode: '8853',
    kennis: 'D',
    toets: bijCredit((_prestatie, klasse, omgeving) =>
      debetBij(klasse, omgeving).kind === 'refused' && !isFactuur(omgeving) ? fout(VORIG) : GOED,
    ),
  },
  { ...PRESTATIE_323, code: 'TR390', niveau: 3, retourcode: '9390', kennis: 'D', toets: dubbelGecrediteerd },
  { ...PRESTATIE_303, code: 'TR390', niveau: 4, retourcode: '8854', kennis: 'D', toets: dubbelGecrediteerd },
  {
    ...PRESTATIE_323,
    code: 'TR389',
    niveau: 3,
    retourcode: '9389',
    kennis: 'D',
    toets: bijToewijzing((prestatie, toewijzing, _klasse, omgeving) => {
      const eerder = standVan(toewijzing, omgeving).levendDebet(prestatie);
      const { begin, einde } = prestatie;
      return eerder === undefined ? GOED : fout('ProductPeriode', { begin, einde, eerder });
    }),
  },
];

function isEerderGebruikt(referentie: string, omgeving: Omgeving): boolean {
  const { kennis } = omgeving;
  const eigenaar = kennis.claim(claimSleutel.prestatie(partijenBij(omgeving).aanbieder, referentie));
  return eigenaar !== undefined && eigenaar !== kennis.berichtId;
}

/**
 * ReferentieNummers that stand more than once in this message. All of their lines are refused: an answer names lines by
 * this number, so nobody could tell which of them was granted.
 */
const dubbel = onthoudPerBericht(({ klassen }): ReadonlySet<string> => {
  const gezien = new Set<string>();
  const vaker = new Set<string>();
  for (const klasse of klassen) {
    if (klasse.naam !== 'Prestatie') continue;
    const { referentie } = prestatieVan(klasse);
    (gezien.has(referentie) ? vaker : gezien).add(referentie);
  }
  return vaker;
});

function nietTeCrediteren(debet: Exclude<Debet, { kind: 'granted' }>): readonly Afkeur[] {
  const reden = REDEN_GEEN_CREDIT[debet.kind];
  return fout(VORIG, { reden: debet.kind === 'other' ? vul(reden, { verschil: debet.element }) : reden });
}

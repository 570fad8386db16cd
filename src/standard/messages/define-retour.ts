import type { BerichtType, PartijRol, Release } from '../message-types.ts';
import { defineMessage, type MessageDescriptor } from './message-descriptor.ts';

interface RetourFacts {
  readonly type: BerichtType;
  /** Who sends it: the receiver of what it answers. */
  readonly zender: PartijRol;
  readonly code: string;
  readonly releases: readonly Release[];
}

/** A retourbericht: it names the message that it answers, decides nothing, is answered by nothing and has no lines. */
export function defineRetour({ type, zender, code, releases }: RetourFacts): MessageDescriptor {
  const facts = { lines: [], besluitNummers: 'none', toewijzingen: 'van-clienten' } as const;
  // A retour keeps the Afzender and Ontvanger of what it answers, so whoever sends it stands there as Ontvanger.
  const [gemeente, aanbieder] =
    zender === 'gemeente' ? (['Ontvanger', 'Afzender'] as const) : (['Afzender', 'Ontvanger'] as const);
  return defineMessage({
    type,
    aard: 'retour',
    zender,
    antwoord: null,
    codes: [code],
    header: { gemeente, aanbieder, identificatie: 'BerichtIdentificatie/Identificatie' },
    eigenIdentificatie: false,
    naamVanHeen: 'Header/BerichtIdentificatie/Identificatie',
    perRelease: {
      '2.3': releases.includes('2.3') ? facts : null,
      '3.2': releases.includes('3.2') ? facts : null,
    },
    eigenKlassen: [],
    verzoek: null,
    beslist: false,
    declaratie: null,
    claims: [],
    overDeclaraties: false,
    raakt: 'alles',
    nummers: { identificaties: 0, perLine: false },
    antwoordTermijn: null,
  });
}

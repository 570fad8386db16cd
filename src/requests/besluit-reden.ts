import type { Bevinding } from '../findings/bevinding.ts';

/** Why a decision on a request cannot be carried out. */
export type BesluitReden =
  | 'onbekend'
  | 'al-beslist'
  | 'al-in-onderzoek'
  | 'onderzoek-zonder-bericht'
  | 'wijziging-een-op-een'
  | 'gedeelde-referentie'
  | 'verschuiven-vooraf'
  | 'toewijzing-weg'
  | 'zonder-clientgegevens'
  | 'andere-toewijzingen'
  | 'zonder-signaalbudget'
  | 'geen-totaal'
  | 'waarde-onbekend'
  | 'bedrag-ongeldig'
  | 'ongeldig';

interface Uitleg {
  /** `stand`: not as things are now (409). `regel`: against a rule, whenever it is decided (422). */
  readonly soort: 'stand' | 'regel';
  readonly melding: string;
  /** Rule of the standard, or ours (`BESLUIT-…`, `GW-…`), where no composed message was there to be judged. */
  readonly regel?: string;
}

export const BESLUIT_UITLEG: Readonly<Record<BesluitReden, Uitleg>> = {
  onbekend: { soort: 'stand', melding: 'Dit verzoek is niet (meer) bekend.' },
  'al-beslist': { soort: 'stand', melding: 'Over dit verzoek is al beslist.' },
  'al-in-onderzoek': {
    soort: 'regel',
    regel: 'TR360',
    melding: 'De aanbieder heeft al bericht dat dit verzoek in onderzoek is; dat kan één keer. Wijs toe of wijs af.',
  },
  'onderzoek-zonder-bericht': {
    soort: 'regel',
    regel: 'GW-VOT-ONDERZOEK',
    melding:
      'Dit verzoek (iJW 2.3) is al in onderzoek. iJW 2.3 heeft geen bericht om dat te melden; beide partijen zien het als signaal, één keer. Wijs toe of wijs af.',
  },
  'wijziging-een-op-een': {
    soort: 'regel',
    regel: 'OP348',
    melding:
      'Een verzoek om wijziging wordt een op een overgenomen of afgewezen; alleen de ingangsdatum mag in overleg opschuiven. Stuur zelf een toewijzingsbericht om anders te beslissen.',
  },
  'gedeelde-referentie': {
    soort: 'regel',
    regel: 'BESLUIT-REFERENTIE',
    melding:
      'Meer producten van dit verzoek hebben dezelfde ReferentieAanbieder (iJW 2.3); zij worden samen toegewezen zoals gevraagd, of samen afgewezen. Stuur zelf een toewijzingsbericht om anders te beslissen.',
  },
  'verschuiven-vooraf': {
    soort: 'regel',
    regel: 'IV093',
    melding:
      'De gewenste ingangsdatum van een wijziging schuift alleen op als die al voorbij is, en niet naar een eerdere dag. Neem de gevraagde datums over.',
  },
  'toewijzing-weg': {
    soort: 'stand',
    melding:
      'Een toewijzing die het verzoek noemt is er niet meer. Wijs het verzoek af, of stuur zelf een toewijzingsbericht.',
  },
  'zonder-clientgegevens': {
    soort: 'stand',
    melding:
      'Er is geen eerdere toewijzing van deze cliënt en van de gemeente is geen postadres bekend. Stuur zelf een toewijzingsbericht.',
  },
  'andere-toewijzingen': {
    soort: 'stand',
    melding:
      'De andere lopende toewijzingen van deze cliënt passen niet samen in een geldig toewijzingsbericht. Herstel die eerst.',
  },
  'zonder-signaalbudget': {
    soort: 'regel',
    regel: 'BESLUIT-SIGNAALBUDGET',
    melding:
      'Voor dit product kent het contract geen signaalbudget. Laat soort weg, of kies een ambulant product uit het contract.',
  },
  'geen-totaal': {
    soort: 'regel',
    regel: 'BESLUIT-SIGNAALBUDGET',
    melding: 'Een maatwerksignaalbudget is een totaal (frequentie 6). Laat frequentie weg of kies 6.',
  },
  'waarde-onbekend': {
    soort: 'regel',
    regel: 'BESLUIT-SIGNAALBUDGET',
    melding: 'Met het contract is de waarde van het gevraagde niet te berekenen. Noem zelf een bedrag.',
  },
  'bedrag-ongeldig': {
    soort: 'regel',
    regel: 'BESLUIT-SIGNAALBUDGET',
    melding: 'Met dit bedrag is geen toewijzing te maken: het is te laag of te hoog.',
  },
  ongeldig: { soort: 'regel', melding: 'Het bericht dat hieruit volgt zou worden afgekeurd.' },
};

/** A decision that was not carried out, as people read it; nothing was sent. */
export interface BesluitWeigering {
  readonly code: BesluitReden;
  readonly soort: 'stand' | 'regel';
  /** Dutch sentence. */
  readonly reden: string;
  /** The rules that it would break, each with its text. */
  readonly bevindingen: readonly Bevinding[];
}

export function weigering(code: BesluitReden, bezwaren: readonly Bevinding[] = []): BesluitWeigering {
  const { soort, melding, regel } = BESLUIT_UITLEG[code];
  const eigen: Bevinding[] =
    regel === undefined
      ? []
      : [{ niveau: 3, regel, retourcode: null, ernst: 'fout', pad: null, lijn: null, kolom: null, melding }];
  const regels = [...new Set(bezwaren.map((bezwaar) => bezwaar.regel))];
  const waarom = regels.length === 0 ? '' : ` Regels: ${regels.join(', ')}.`;
  return { code, soort, reden: `${melding}${waarom}`, bevindingen: [...eigen, ...bezwaren] };
}

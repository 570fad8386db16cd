import { fictiefBsn } from '../../../dist/src/samples/bsn.js';
import { eersteDag, laatsteDag } from '../../../dist/src/samples/decor.js';
import { plusDagen, plusJaren } from '../../../dist/src/standard/datum.js';
import { Chance } from './chance.mjs';

const FIRST =
  'Noor Sem Yara Finn Daan Mila Luuk Evi Jayden Lotte Amir Fenna Bram Zoë Tijn Sofie Ilias Roos Mees Nora'.split(' ');
const LAST = 'Voorbeeld Proefman Testhuizen Fictief Verzonnen Denkbeeld Schijnveld Oefenaar Modelsma Verbeelding'.split(
  ' ',
);

/** So many numbers of the test range that children never share one. */
const MOST = 4_000;

/** Fictive children, each with a BSN, a number of its own and something that it needs. */
export function childrenOf({ seed, offers, count, today, base, favourite }) {
  if (count > MOST) throw new Error(`at most ${MOST} children`);
  const [self, others] = [offers.filter(({ vanzelf }) => vanzelf), offers.filter(({ vanzelf }) => !vanzelf)];
  return Array.from({ length: count }, (_, i) => {
    // A chance of its own: what happens to one child does not depend on how many there are, or who comes first.
    const chance = new Chance(`${seed} ${i}`);
    const from = self.length === 0 || (others.length > 0 && chance.happens(0.5)) ? others : self;
    // Most of what is asked for is ambulant.
    const ambulant = from.filter(({ product }) => product.categorie === '45');
    const usual = ambulant.length > 0 && chance.happens(0.8) ? ambulant : from;
    const liked = usual.filter(({ aanbieder }) => aanbieder === favourite);
    const offer = chance.of(liked.length > 0 && chance.happens(0.18) ? liked : usual);
    const begin = eersteDag(today, -chance.between(3, 5));
    const leeftijd = Math.max(offer.product.leeftijd - chance.between(0, 4), offer.product.categorie === '54' ? 8 : 4);
    return {
      ...offer,
      chance,
      bsn: fictiefBsn((i + 0.5) / MOST),
      nummer: base + i,
      begin,
      einde: laatsteDag(begin, 8),
      geboren: plusDagen(plusJaren(begin, -leeftijd), -chance.between(1, 300)),
      geslacht: chance.of(['1', '2']),
      voornaam: chance.of(FIRST),
      achternaam: chance.of(LAST),
      /** The number of the toewijzing, once there is one; the gateway gives out its own. */
      toewijzing: null,
      /** Lines that were granted, by month. */
      declared: new Map(),
      begun: false,
      stopped: null,
      messages: 0,
      lines: 0,
    };
  });
}

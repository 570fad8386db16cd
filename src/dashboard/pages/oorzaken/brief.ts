import type { Bevinding } from '../../../findings/bevinding.ts';
import type { BerichtRegel } from '../../../gateway/messages.ts';
import type { OorzaakBeeld } from '../../../gateway/refused/causes.ts';
import { kenmerkVeldOfNull } from '../../../xml/kenmerk.ts';
import { count, momentText } from '../../kit/value.tsx';
import { causeMeans } from '../../words/causes.ts';
import { messageName } from '../../words/messages.ts';
import type { Names } from '../../words/names.ts';
import { watTeDoen } from './wat-te-doen.ts';
import { zinnenVan } from './zinnen.ts';

/** So many different sentences and messages stand in the letter. */
const ZINNEN = 40;
const BERICHTEN = 40;

export interface Aanleiding {
  readonly groep: OorzaakBeeld;
  /** Of the group, newest first: as many as were looked at. */
  readonly berichten: readonly BerichtRegel[];
  /** Findings of this rule in the newest of them. */
  readonly bevindingen: readonly Bevinding[];
  /** Messages in which those were found. */
  readonly gelezen: number;
}

/**
 * What to tell the sender about a cause: plain text, to be copied into a mail. It holds what findings hold and numbers of
 * messages: nothing of a child.
 */
export function brief({ groep, berichten, bevindingen, gelezen }: Aanleiding, names: Names): string {
  const { partij, type, regel, retourcode, eerste, laatste } = groep;
  const code = retourcode === null ? regel : `${regel}, retourcode ${retourcode}`;
  const zinnen = zinnenVan(bevindingen.map(({ melding }) => melding));
  const producten = names.productsIn(bevindingen.map(({ melding }) => melding));
  const status = berichten[0]?.status ?? 'afgekeurd';
  const alinea = (...regels: readonly (string | null)[]) => regels.filter((een) => een !== null).join('\n');
  return [
    `Onderwerp: ${veel(groep.berichten, 'bericht', 'berichten')} ${type ?? ''} afgewezen (${code})`.replace('  ', ' '),
    `Aan ${names.party(partij)}`,
    alinea(
      `${wanneer(eerste, laatste)} ${groep.berichten === 1 ? 'kwam' : 'kwamen'} er ${veel(groep.berichten, 'bericht', 'berichten')} (${messageName(type)}) van u binnen met dezelfde fout, ${veel(groep.regels, 'keer', 'keer')} gevonden.`,
      `De fout: ${code}. ${causeMeans(regel, retourcode) ?? ''}`.trim(),
    ),
    zinnen.length === 0
      ? null
      : alinea(
          gelezen < groep.berichten ? `Wat er mis is, in de ${count(gelezen)} nieuwste berichten:` : 'Wat er mis is:',
          ...zinnen.slice(0, ZINNEN).map(({ tekst, aantal }) => `- ${count(aantal)} keer: ${tekst}`),
          zinnen.length > ZINNEN
            ? `- en nog ${veel(zinnen.length - ZINNEN, 'zulke zin', 'zulke zinnen')} met andere getallen.`
            : null,
        ),
    producten.length === 0 ? null : alinea('Het gaat om:', ...producten.map((product) => `- ${product}`)),
    alinea('Wat u doet:', watTeDoen(status, type, groep.berichten)),
    alinea(
      'De berichten (Identificatie, ontvangen):',
      ...berichten.slice(0, BERICHTEN).map((b) => {
        return `- ${kenmerkVeldOfNull(b.identificatie) ?? 'zonder Identificatie'}, ${momentText(b.ontvangenOp)}`;
      }),
      groep.berichten > BERICHTEN
        ? `- en ${count(groep.berichten - Math.min(BERICHTEN, berichten.length))} andere; u ziet ze alle op de pagina Berichten, met Regelcode ${regel}.`
        : null,
    ),
  ]
    .filter((deel) => deel !== null && deel !== '')
    .join('\n\n');
}

function wanneer(eerste: string, laatste: string): string {
  const [van, tot] = [momentText(eerste), momentText(laatste)];
  return van === tot ? `Op ${van}` : `Van ${van} tot en met ${tot}`;
}

function veel(aantal: number, een: string, meer: string): string {
  return `${count(aantal)} ${aantal === 1 ? een : meer}`;
}

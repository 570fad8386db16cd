import type { Bevinding } from '../../../findings/bevinding.ts';
import type { BerichtRegel } from '../../../gateway/messages.ts';
import type { OorzaakBeeld } from '../../../gateway/refused/causes.ts';
import { kenmerkVeldOfNull } from '../../../xml/kenmerk.ts';
import { count, momentText } from '../../kit/value.tsx';
import { causeMeans } from '../../words/causes.ts';
import { messageName } from '../../words/messages.ts';
import type { Names } from '../../words/names.ts';
import { afloopNaam, aflopenVan, watTeDoen } from './wat-te-doen.ts';
import { zelfdeSlot, zinnenVan } from './zinnen.ts';

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
 * What to tell the sender about a cause: plain text, to be copied into a mail, in the name of `afzender`. It holds what findings
 * hold and numbers of messages: nothing of a child.
 */
export function brief({ groep, berichten, bevindingen, gelezen }: Aanleiding, names: Names, afzender: string): string {
  const { partij, type, regel, retourcode, eerste, laatste } = groep;
  const code = retourcode === null ? regel : `${regel}, retourcode ${retourcode}`;
  const { zinnen, slot } = zelfdeSlot(zinnenVan(bevindingen.map(({ melding }) => melding)));
  const producten = names.productsIn(bevindingen.map(({ melding }) => melding));
  const statussen = berichten.map(({ status }) => status);
  const aflopen = aflopenVan(statussen, type, groep.berichten);
  const verschilt = aflopen.length > 1;
  const alinea = (...regels: readonly (string | null)[]) => regels.filter((een) => een !== null).join('\n');
  return [
    `Onderwerp: ${veel(groep.berichten, 'bericht', 'berichten')} ${type ?? ''} ${afgewezen(aflopen)} (${code})`.replace(
      '  ',
      ' ',
    ),
    `Aan ${names.party(partij)}`,
    'Goedendag,',
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
    alinea('Wat u doet:', slot, watTeDoen(aflopen, type, groep.berichten), eenKeer(groep)),
    inEenKeer(berichten),
    alinea(
      verschilt
        ? 'De berichten (Identificatie, ontvangen, wat ervan werd):'
        : 'De berichten (Identificatie, ontvangen):',
      ...berichten.slice(0, BERICHTEN).map((b) => {
        const werd = verschilt ? `, ${afloopNaam(b.status, type)}` : '';
        return `- ${kenmerkVeldOfNull(b.identificatie) ?? 'zonder Identificatie'}, ${momentText(b.ontvangenOp)}${werd}`;
      }),
      groep.berichten > BERICHTEN
        ? `- en ${count(groep.berichten - Math.min(BERICHTEN, berichten.length))} andere; u ziet ze alle op de pagina Berichten, met Regelcode ${regel}.`
        : null,
    ),
    alinea('Met vriendelijke groet,', afzender),
  ]
    .filter((deel) => deel !== null && deel !== '')
    .join('\n\n');
}

/** In the subject: what was granted in part was not refused. */
function afgewezen(aflopen: readonly string[]): string {
  if (!aflopen.includes('deels-goedgekeurd')) return 'afgewezen';
  return aflopen.length === 1 ? 'deels afgewezen' : 'geheel of deels afgewezen';
}

/** Of what may hold one another's lines: a line for the same care and period is granted once (TR389). */
function eenKeer({ type, berichten }: OorzaakBeeld): string | null {
  return type === 'JW323' && berichten > 1
    ? 'Staat dezelfde zorg (toewijzing, product en periode) in meer dan een van deze declaraties, verbeter dan alleen de laatste daarvan: zij wordt één keer toegekend.'
    : null;
}

/** The way that spares work by hand, for who has a key; and whom to ask. */
function inEenKeer([nieuwste]: readonly BerichtRegel[]): string | null {
  const vraag = 'Komt u er niet uit, antwoord dan op deze mail.';
  if (nieuwste === undefined) return vraag;
  return `Op de pagina’s van de gateway verbetert u een bericht in één keer: meld u aan met een sleutel van uw organisatie en open /proberen?bericht=${nieuwste.id} (het nieuwste van deze berichten; van een ander opent u het bericht zelf en kiest u Verbeter dit bericht op Proberen). Er wordt daar niets verstuurd. Hebt u geen sleutel, vraag die dan aan bij de beheerder van de gateway. ${vraag}`;
}

function wanneer(eerste: string, laatste: string): string {
  const [van, tot] = [momentText(eerste), momentText(laatste)];
  return van === tot ? `Op ${van}` : `Van ${van} tot en met ${tot}`;
}

function veel(aantal: number, een: string, meer: string): string {
  return `${count(aantal)} ${aantal === 1 ? een : meer}`;
}

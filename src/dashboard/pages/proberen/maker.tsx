import type { VNode } from 'preact';
import type { Rol } from '../../../access/keys/contract.ts';
import { PRETENDS } from '../../../gateway/trials/pretend.ts';
import { overzicht } from '../../../rules/overzicht.ts';
import { BERICHT_TYPES } from '../../../standard/message-types.ts';
import { MESSAGES } from '../../../standard/messages/index.ts';
import { Formulier, Keuze, Knop, Veld } from '../../kit/formulier.tsx';
import { Sectie } from '../../kit/lijst.tsx';
import { messageName } from '../../words/messages.ts';

/** Makes a message to try with: of a type that this role sends, or one that breaks a rule. */
export function Maker(props: {
  readonly role: Rol;
  readonly gevraagd: { readonly type?: string | undefined; readonly regel?: string };
  readonly fout?: string | undefined;
}): VNode {
  const { role, gevraagd, fout } = props;
  const eigen = BERICHT_TYPES.filter((type) => MESSAGES[type].zender === role);
  return (
    <Sectie kop="Een voorbeeld maken" id="maken">
      <p>
        Van een verzonnen kind, en van een contract dat nu geldt. Het komt in het vak hierboven; daarna kunt u het
        proberen.
      </p>
      <Formulier action="/proberen" label="Een voorbeeld maken">
        <Keuze
          naam="type"
          label="Een goed bericht van deze soort"
          leeg="Kies een soort"
          waarde={gevraagd.type}
          fout={fout}
          opties={eigen.map((type) => ({ waarde: type, tekst: messageName(type) }))}
        />
        <Veld
          naam="regel"
          label="Of een bericht dat deze regel overtreedt"
          waarde={gevraagd.regel}
          uitleg="De code van een regel, bijvoorbeeld CS003. Alle regels staan in het hoofdstuk Regels van de documentatie."
        />
        <Knop naam="doen" waarde="maak" rustig>
          Maak een voorbeeld
        </Knop>
      </Formulier>
    </Sectie>
  );
}

/** What can be first: it hangs on nothing that came before. */
const ZONDER_MEER: ReadonlySet<string> = new Set(['JW301', 'JW315']);

/** What was made, and what the rule says that it breaks. */
export function Gemaakt(props: {
  readonly regel: string;
  readonly type: string | undefined;
  readonly voorafgaand: number;
}): VNode {
  const { regel, type, voorafgaand } = props;
  const regels = overzicht().regels.filter(({ code }) => code === regel);
  return (
    <Sectie kop="Gemaakt">
      <p class="bericht-vak">
        {regel === ''
          ? `Een goed bericht ${type} staat in het vak.`
          : `Een bericht dat ${regel} overtreedt staat in het vak.`}
      </p>
      {regels.map(({ code, retourcode, tekst, niveau }) => (
        <p>
          <strong>{code}</strong> (niveau {niveau}
          {retourcode === null ? '' : `, retourcode ${retourcode}`}): {tekst}
        </p>
      ))}
      {regel === '' && type !== undefined && !ZONDER_MEER.has(type) ? (
        <p>
          {PRETENDS.has(type)
            ? 'Het hoort bij een toewijzing die er van dit verzonnen kind niet is. Daarom is “Doe alsof de toewijzing er is” aangevinkt; zonder dat vinkje wordt het afgekeurd.'
            : 'Het hoort bij een toewijzing of een bericht dat er van dit verzonnen kind niet is. Zoals het er staat keurt de gateway het daarom af; vul het BSN en de nummers van een eigen toewijzing of bericht in om te zien dat het wordt goedgekeurd.'}
        </p>
      ) : null}
      {voorafgaand === 0 ? null : (
        <p>
          Deze regel kijkt naar eerdere berichten: hier gaan er {voorafgaand} aan vooraf, die u met{' '}
          <code>ijw-gateway generate --rule {regel} --uit MAP</code> krijgt. Alleen geprobeerd zegt het verslag iets
          anders.
        </p>
      )}
    </Sectie>
  );
}

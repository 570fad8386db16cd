import type { VNode } from 'preact';
import { NOTICE_KINDS, type NoticeKind, type SubscriptionAsked } from '../../../gateway/people/subscriptions.ts';
import { Formulier, Keuze, Knop, Veld } from '../../kit/formulier.tsx';
import { Sectie } from '../../kit/lijst.tsx';
import type { Form } from '../../page.ts';

export const SOORT_NAMEN: Readonly<Record<NoticeKind, string>> = {
  signaalbudget: 'een signaalbudget raakt op',
  termijn: 'een termijn loopt af of is verstreken',
  afwijking: 'een afwijking van de afspraken',
  aflevering: 'berichten komen bij een partij niet aan, en weer wel',
  wachtrij: 'een wachtrij staat stil, en gaat weer',
  vastgelopen: 'een bericht is vastgelopen',
};

export const RITME_NAMEN = { meteen: 'Meteen, hooguit eens per kwartier', dag: 'Elke ochtend een overzicht' } as const;
export const WEG_NAMEN = { mail: 'Mail', webhook: 'Webhook' } as const;

export type NieuwGelezen =
  | { readonly kind: 'ok'; readonly asked: SubscriptionAsked }
  | { readonly kind: 'fout'; readonly fouten: Readonly<Record<string, string>> };

/** What was filled in. */
export function leesNieuw(form: Form): NieuwGelezen {
  const weg = form.text('weg');
  const adres = form.text('adres');
  const soorten = NOTICE_KINDS.filter((soort) => form.all('soort').includes(soort));
  const fouten = {
    ...(weg === 'mail' || weg === 'webhook' ? {} : { weg: 'Kies of het per mail of naar een webhook gaat.' }),
    ...(adres === '' ? { adres: 'Vul het mailadres of het adres van de webhook in.' } : {}),
    ...(soorten.length === 0 ? { soort: 'Kies ten minste één soort signaal.' } : {}),
  };
  if ((weg !== 'mail' && weg !== 'webhook') || Object.keys(fouten).length > 0) return { kind: 'fout', fouten };
  return { kind: 'ok', asked: { weg, adres, soorten, ritme: form.text('ritme') === 'dag' ? 'dag' : 'meteen' } };
}

export function NieuwAbonnement(props: {
  readonly form: Form;
  readonly fouten: Readonly<Record<string, string>>;
}): VNode {
  const { form, fouten } = props;
  const opnieuw = Object.keys(fouten).length > 0;
  const was = (naam: string) => (opnieuw ? form.text(naam) : '');
  const gekozen = (soort: string) => !opnieuw || form.all('soort').includes(soort);
  return (
    <Sectie kop="Nieuw abonnement" id="nieuw">
      <Formulier action="/abonnementen" label="Nieuw abonnement">
        <Keuze
          naam="weg"
          label="Langs welke weg"
          leeg="Kies een weg"
          waarde={was('weg')}
          fout={fouten.weg}
          opties={Object.entries(WEG_NAMEN).map(([waarde, tekst]) => ({ waarde, tekst }))}
        />
        <Veld
          naam="adres"
          label="Mailadres, of adres van de webhook"
          uitleg="Zoals meldingen@uwgemeente.nl, of https://systeem.uwgemeente.nl/ijw."
          breed
          waarde={was('adres')}
          fout={fouten.adres}
        />
        <fieldset>
          <legend>Waarvan</legend>
          {fouten.soort === undefined ? null : <p class="melding-fout">{fouten.soort}</p>}
          {NOTICE_KINDS.map((soort) => (
            <p class="keuze">
              <input type="checkbox" id={`veld-soort-${soort}`} name="soort" value={soort} checked={gekozen(soort)} />
              <label for={`veld-soort-${soort}`}>{SOORT_NAMEN[soort]}</label>
            </p>
          ))}
        </fieldset>
        <Keuze
          naam="ritme"
          label="Hoe vaak"
          waarde={was('ritme')}
          opties={Object.entries(RITME_NAMEN).map(([waarde, tekst]) => ({ waarde, tekst }))}
        />
        <p>
          <Knop>Maak het abonnement</Knop>
        </p>
      </Formulier>
    </Sectie>
  );
}

/** Small valid messages with fictive persons, for tests of the XML layer; `{…}` are the places that tests fill in. */
const NS = (release: string, deel: string) =>
  `http://www.istandaarden.nl/ijw/${release.replace('.', '_')}/${deel}/schema`;

export const BSN = '999900006';

export function jw305(extra: { bsn?: string; kop?: string; starts?: number; naam?: string } = {}): string {
  const start = `    <jw305:StartProduct>
      <jw305:ToewijzingNummer>12</jw305:ToewijzingNummer>
      <jw305:Product><ijw:Categorie>45</ijw:Categorie><ijw:Code>45A01</ijw:Code></jw305:Product>
      <jw305:Begindatum>2024-01-02</jw305:Begindatum>
      <jw305:StatusAanlevering>1</jw305:StatusAanlevering>
    </jw305:StartProduct>
`;
  return `${extra.kop ?? '<?xml version="1.0" encoding="UTF-8"?>\n'}<jw305:Bericht xmlns:ijw="${NS('3.2', 'basisschema')}" xmlns:jw305="${NS('3.2', 'jw305')}">
  <jw305:Header>
    <jw305:BerichtCode>438</jw305:BerichtCode>
    <jw305:BerichtVersie>3</jw305:BerichtVersie>
    <jw305:BerichtSubversie>2</jw305:BerichtSubversie>
    <jw305:Afzender>42420001</jw305:Afzender>
    <jw305:Ontvanger>0362</jw305:Ontvanger>
    <jw305:BerichtIdentificatie><ijw:Identificatie>A1</ijw:Identificatie><ijw:Dagtekening>2024-01-03</ijw:Dagtekening></jw305:BerichtIdentificatie>
    <jw305:XsdVersie><ijw:BasisschemaXsdVersie>1.0.0</ijw:BasisschemaXsdVersie><ijw:BerichtXsdVersie>1.0.0</ijw:BerichtXsdVersie></jw305:XsdVersie>
  </jw305:Header>
  <jw305:Client>
    <jw305:Bsn>${extra.bsn ?? BSN}</jw305:Bsn>
    <jw305:Geboortedatum><ijw:Datum>2010-05-05</ijw:Datum></jw305:Geboortedatum>
    <jw305:Geslacht>1</jw305:Geslacht>
    <jw305:Naam><ijw:Geslachtsnaam><ijw:Achternaam>${extra.naam ?? 'Wit'}</ijw:Achternaam></ijw:Geslachtsnaam></jw305:Naam>
    <jw305:StartProducten>
${start.repeat(extra.starts ?? 1)}    </jw305:StartProducten>
  </jw305:Client>
</jw305:Bericht>
`;
}

export function jw315(commentaar: string): string {
  return jw305()
    .replaceAll('jw305', 'jw315')
    .replace('>438<', '>446<')
    .replace(
      /<jw315:StartProducten>[\s\S]*<\/jw315:StartProducten>/,
      () => `<jw315:Commentaar>${commentaar}</jw315:Commentaar>
    <jw315:AangevraagdeProducten><jw315:AangevraagdProduct>
      <jw315:ReferentieAanbieder>R1</jw315:ReferentieAanbieder>
      <jw315:ToewijzingIngangsdatum> 2024-01-02
      </jw315:ToewijzingIngangsdatum>
      <jw315:Verwijzer><ijw:Type>02</ijw:Type><ijw:Naam>Dr. Groen</ijw:Naam></jw315:Verwijzer>
    </jw315:AangevraagdProduct></jw315:AangevraagdeProducten>`,
    );
}

/** A retour that refuses, in the default namespace: names without a prefix. */
export function jw306(): string {
  const retour = '<RetourCodes><RetourCode>0200</RetourCode></RetourCodes>';
  return jw305()
    .replaceAll('jw305:', '')
    .replaceAll('jw305', 'jw306')
    .replace('xmlns:jw306', 'xmlns')
    .replace('>438<', '>439<')
    .replace(
      '</Header>',
      `<IdentificatieRetour>R9</IdentificatieRetour><DagtekeningRetour>2024-01-04</DagtekeningRetour>
       <XsdVersieRetour><ijw:BasisschemaXsdVersie>1.0.0</ijw:BasisschemaXsdVersie><ijw:BerichtXsdVersie>1.0.0</ijw:BerichtXsdVersie></XsdVersieRetour>
       ${retour}</Header>`,
    )
    .replace('</StartProduct>', `${retour}</StartProduct>`)
    .replace('</Client>', `${retour}</Client>`);
}

export function bytes(tekst: string): Uint8Array {
  return new TextEncoder().encode(tekst);
}

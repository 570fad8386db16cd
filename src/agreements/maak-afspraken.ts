import { gemeenteBekendCbs, gemeenteGeldigCbs } from '../standard/gemeentecodes.ts';
import { groepeer } from '../standard/groepeer.ts';
import type { Afspraken } from './afspraken.ts';
import { bevrorenTot } from './bevriezing.ts';
import type { AfsprakenDocument, Gemeente } from './document.ts';
import { geldigOp } from './periode.ts';

/**
 * The look-ups in a valid document. `versie` is the gateway's own count. Look-ups by key are Maps, so that a rule may ask
 * for every prestatie of a large declaratie.
 */
export function maakAfspraken(document: AfsprakenDocument, versie: number): Afspraken {
  const gemeenten = groepeer(document.gemeenten, (g) => g.code);
  const voorgangers = groepeer(
    document.gemeenten.filter((g) => g.opvolger !== null),
    (g) => g.opvolger ?? '',
  );
  const aanbieders = new Map(document.aanbieders.map((a) => [a.agb, a]));
  const regimes = groepeer(
    document.regimes.flatMap((regime) => regime.gemeenten.map((gemeente) => ({ gemeente, regime }))),
    (r) => r.gemeente,
  );
  const producten = new Map(document.producten.map((p) => [sleutel(p.regime, p.categorie, p.code), p]));
  const productCodes = new Set(document.producten.map((p) => sleutel(p.categorie, p.code)));
  const opCode = groepeer(document.producten, (p) => sleutel(p.regime, p.code));
  const contracten = groepeer(document.contracten, (c) => sleutel(c.regime, c.aanbieder));
  const regels = new Map(
    document.contracten.map((contract) => [contract, new Map(contract.producten.map((r) => [r.code, r]))]),
  );

  const afspraken: Afspraken = {
    versie,
    gemeente: (code) => laatste(gemeenten.get(code)),
    regioVan: (gemeente) => laatste(gemeenten.get(gemeente))?.regio ?? null,
    familie: (gemeente) => metVoorgangers(gemeente, voorgangers),
    gemeenteGeldig(code, datum) {
      const eigen = gemeenten.get(code);
      return eigen === undefined ? gemeenteGeldigCbs(code, datum) : eigen.some((g) => geldigOp(g, datum));
    },
    gemeenteBekend: (code) => gemeenten.has(code) || gemeenteBekendCbs(code),
    bevrorenTot: (release, moment) => bevrorenTot(document.bevriezing ?? [], release, moment),
    aanbieder: (agb) => aanbieders.get(agb),
    retourVan: (partij) => aanbieders.get(partij)?.retour ?? laatste(gemeenten.get(partij))?.retour ?? 'gateway',
    regime: (gemeente, datum) => regimes.get(gemeente)?.find((r) => geldigOp(r.regime, datum))?.regime,
    productBekend: (categorie, code) => productCodes.has(sleutel(categorie, code)),
    product: (regime, categorie, code) => producten.get(sleutel(regime, categorie, code)),
    productenMet: (regime, code) => opCode.get(sleutel(regime, code)) ?? [],
    contract: (regime, aanbieder, datum) =>
      contracten.get(sleutel(regime, aanbieder))?.find((contract) => geldigOp(contract, datum)),
    afspraak(gemeente, aanbieder, categorie, code, datum) {
      const regime = afspraken.regime(gemeente, datum);
      if (regime === undefined) return undefined;
      const contract = afspraken.contract(regime.code, aanbieder, datum);
      const product = afspraken.product(regime.code, categorie, code);
      const regel = contract === undefined ? undefined : regels.get(contract)?.get(code);
      if (contract === undefined || product === undefined || regel === undefined) return undefined;
      return { regime, contract, product, regel };
    },
  };
  return afspraken;
}

function sleutel(...delen: readonly string[]): string {
  return JSON.stringify(delen);
}

/** Of several entries of one code, the one that began last: its region, address and choices are the present ones. */
function laatste(entries: readonly Gemeente[] | undefined): Gemeente | undefined {
  return entries?.reduce((a, b) => (b.geldigVan > a.geldigVan ? b : a));
}

function metVoorgangers(gemeente: string, voorgangers: ReadonlyMap<string, readonly Gemeente[]>): readonly string[] {
  const familie = new Set([gemeente]);
  // A Set takes up what is added while it is walked: breadth first, nearest first, and a circle ends.
  for (const code of familie) {
    for (const voorganger of voorgangers.get(code) ?? []) familie.add(voorganger.code);
  }
  return [...familie];
}

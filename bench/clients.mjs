import { BSNS } from './bsn.mjs';

/**
 * Clients with a toewijzing each, round the aanbieders, so that neighbours in the list are in different lanes. A `reeks`
 * (1 to 99) numbers them apart from every other list on the same store; `vanaf` is the first BSN that is used, with `zelfde`
 * the only one: every toewijzing of an aanbieder is of the same client.
 */
export function clienten({ partijen, perAanbieder, reeks, producten = 1, vanaf = 0, zelfde = false }) {
  const lijst = [];
  for (let i = 0; i < perAanbieder; i++) {
    for (const { agb, gemeente } of partijen) {
      const nummer = reeks * 1_000_000 + lijst.length * producten;
      lijst.push({ agb, gemeente, bsn: BSNS[zelfde ? vanaf : vanaf + i], nummer, producten });
    }
  }
  return lijst;
}

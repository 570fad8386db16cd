import type { Claim } from '../../dossier/claim.ts';
import type { RegieRecord } from '../../dossier/regie.ts';
import type { Toewijzing } from '../../dossier/toewijzing.ts';
import type { Mutatie } from '../../verdict/verdict.ts';
import type { TeSchrijven } from '../lanes/contract.ts';

/** A mutation with the id of the message or command that brings it. */
type Met<S extends Mutatie['soort']> = Extract<Mutatie, { soort: S }> & { readonly van: string };

/** All mutations of a transaction, by kind: each kind is written in one go. */
export interface Mutaties {
  readonly toewijzingen: readonly Toewijzing[];
  readonly clienten: readonly Met<'client'>[];
  readonly regie: readonly Met<'regie'>[];
  readonly regieVerwijderd: readonly Met<'regie-verwijderd'>[];
  readonly verzoeken: readonly Met<'verzoek'>[];
  /** `door`: the message that decided; of a command the first one that it composed. */
  readonly standen: readonly (Met<'verzoek-stand'> & { readonly door: string })[];
  readonly declaraties: readonly Met<'declaratie'>[];
  readonly prestaties: readonly Met<'prestatie'>[];
  readonly werkbak: readonly Met<'werkbak'>[];
  readonly gesloten: readonly Met<'werkbak-gesloten'>[];
  readonly vrij: readonly Claim[];
  readonly nummersVrij: readonly Met<'nummer-vrij'>[];
  readonly definitief: readonly Met<'definitief'>[];
  readonly signaalStanden: readonly Met<'signaal-stand'>[];
}

/** Kinds that say nothing of gemeente or aanbieder: these are read from the message that brings them. */
const VAN_BERICHT: ReadonlySet<Mutatie['soort']> = new Set([
  'client',
  'regie',
  'regie-verwijderd',
  'verzoek',
  'declaratie',
  'prestatie',
]);

/** Of a mutation: the id of the message or command that brings it, and of the message that decided. */
interface Van {
  readonly van: string;
  readonly door: string;
}

/**
 * Sorts the mutations by kind, in order. Where one statement may touch a row only once, the last one about it counts.
 */
export function mutatiesVan(verdicts: readonly TeSchrijven[]): Mutaties {
  const perSoort = new Map<Mutatie['soort'], (Mutatie & Van)[]>();
  for (const een of verdicts) {
    const door = een.werk.kind === 'bericht' ? een.werk.id : (een.antwoorden[0]?.id ?? een.werk.id);
    for (const mutatie of een.verdict.mutaties) {
      const met = { ...mutatie, van: bringer(een, mutatie.soort), door };
      const zelfde = perSoort.get(mutatie.soort);
      if (zelfde === undefined) perSoort.set(mutatie.soort, [met]);
      else zelfde.push(met);
    }
  }
  const van = <S extends Mutatie['soort']>(soort: S) =>
    (perSoort.get(soort) ?? []).filter((m): m is typeof m & Met<S> => m.soort === soort);
  const verwijderd = van('regie-verwijderd');
  const weg = new Set(verwijderd.map((m) => `${m.van} ${regieNaam(m.record)}`));
  return {
    toewijzingen: van('toewijzing').map((m) => m.toewijzing),
    clienten: laatsten(van('client'), (m) => `${m.van}|${m.gemeente}|${m.client}`),
    // Brought and removed by one and the same message: it never stood.
    regie: van('regie').filter((m) => !weg.has(`${m.van} ${regieNaam(m.record)}`)),
    regieVerwijderd: verwijderd,
    verzoeken: laatsten(van('verzoek'), (m) => m.verzoek.referentie),
    standen: laatsten(van('verzoek-stand'), (m) => m.referentie),
    declaraties: laatsten(van('declaratie'), (m) => m.declaratie.nummer),
    prestaties: prestatiesVan(van('prestatie')),
    werkbak: laatsten(van('werkbak'), (m) => `${m.van}|${m.item.referentie}`),
    gesloten: laatsten(van('werkbak-gesloten'), (m) => m.referentie),
    vrij: van('claim-vrij').map((m) => m.claim),
    nummersVrij: van('nummer-vrij'),
    definitief: laatsten(van('definitief'), (m) => m.beantwoordId),
    signaalStanden: van('signaal-stand'),
  };
}

/** The id of the message or command that brings a mutation. */
function bringer({ werk, verdict, inAntwoordOp }: TeSchrijven, soort: Mutatie['soort']): string {
  if (werk.kind === 'bericht' || !VAN_BERICHT.has(soort)) return verdict.berichtId;
  // A command is no message; what it decides on is.
  if (inAntwoordOp === undefined) throw new Error(`a command cannot bring a mutation of kind ${soort}`);
  return inAntwoordOp;
}

/** A message may name a reference twice only if it is refused the second time: what was granted counts. */
function prestatiesVan(prestaties: readonly Met<'prestatie'>[]): readonly Met<'prestatie'>[] {
  const naam = (m: Met<'prestatie'>) => `${m.prestatie.berichtId}|${m.prestatie.referentie}`;
  const geldig = new Set(prestaties.filter((m) => m.prestatie.stand !== 'afgewezen').map(naam));
  return laatsten(
    prestaties.filter((m) => m.prestatie.stand !== 'afgewezen' || !geldig.has(naam(m))),
    naam,
  );
}

function regieNaam(record: RegieRecord): string {
  return `${record.berichtId}|${record.client}|${record.soort}|${record.volgorde}`;
}

function laatsten<T>(items: readonly T[], naam: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [naam(item), item])).values()];
}

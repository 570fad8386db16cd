import type { Principal } from '../access/principal.ts';
import { type Scope, scopeOf, sees } from '../access/scope.ts';
import type { AfspraakFout } from '../agreements/afspraak-fout.ts';
import type { Afspraken } from '../agreements/afspraken.ts';
import type { AfsprakenDocument } from '../agreements/document.ts';
import { maakAfspraken } from '../agreements/maak-afspraken.ts';
import { legUit, type Uitleg, type UitlegVraag } from '../agreements/uitleg.ts';
import { valideerAfspraken } from '../agreements/valideer.ts';
import { type AfsprakenWijziging, verschil } from '../agreements/verschil.ts';
import type { AgreementsCache } from '../judging/agreements-cache.ts';
import type { AfsprakenStore, AfsprakenVersie } from '../store/agreements/agreements-store.ts';
import type { Door } from './door.ts';
import { type Page, page } from './page.ts';
import { type AfsprakenProef, tryAgreements } from './try-agreements.ts';

export type AfsprakenUitkomst =
  | {
      readonly kind: 'ok';
      /** The document's own label. */
      readonly versie: string;
      /** The gateway's own count. */
      readonly nummer: number;
      readonly wijzigingen: readonly AfsprakenWijziging[];
      readonly waarschuwingen: readonly AfspraakFout[];
    }
  | { readonly kind: 'invalid'; readonly fouten: readonly AfspraakFout[] }
  /** It was made from an older version than the one that is in force: under this number. */
  | { readonly kind: 'stale'; readonly nummer: number };

/** An import: who, when, and what it changed. */
export interface AfsprakenImport {
  readonly nummer: number;
  readonly versie: string;
  readonly op: string;
  readonly door: string;
  readonly wijzigingen: readonly AfsprakenWijziging[];
}

export interface NumberedAgreements {
  readonly nummer: number;
  readonly document: AfsprakenDocument;
}

/** Who is who, and what products are called. */
export type AgreementNames = Pick<AfsprakenDocument, 'regios' | 'gemeenten' | 'aanbieders' | 'producten'>;

export interface Agreements {
  /**
   * Checks and replaces; what is received after this resolved is judged by them, in every process. `over` is the number of
   * the version that the document was made from: with it, nobody's work in between is lost.
   */
  replace(principal: Principal, document: unknown, over?: number | null): Promise<AfsprakenUitkomst>;
  /** What replacing would change, and which stored toewijzingen it would touch; without effect. */
  tryReplace(principal: Principal, document: unknown, over?: number | null): Promise<AfsprakenProef>;
  /** As it was put, the newest (null) or the one under a number of the gateway. */
  document(principal: Principal, versie: number | null): Promise<NumberedAgreements | undefined>;
  /** Codes and names in force, without contracts and prices: for whoever signed in. */
  names(principal: Principal): Promise<AgreementNames>;
  /** What holds for who looks: all for a beheerder, for an operator what concerns its regions. */
  inForce(principal: Principal): Promise<NumberedAgreements>;
  /** Newest first, below `na`. */
  imports(
    principal: Principal,
    query: { readonly limit: number; readonly na?: number },
  ): Promise<Page<AfsprakenImport>>;
  /** Whether a product could be assigned, and what decides; undefined where the asker may not know, or without such a version. */
  explain(principal: Principal, vraag: UitlegVraag, versie: number | null): Promise<Uitleg | undefined>;
}

export interface AgreementsDeps {
  readonly door: Door;
  readonly agreements: Pick<AgreementsCache, 'fresh'>;
  readonly store: Pick<AfsprakenStore, 'latestAgreements' | 'agreementsAt' | 'agreementsVersions' | 'toewijzingKinds'>;
}

export function agreements({ door, agreements: cache, store }: AgreementsDeps): Agreements {
  const at = async (versie: number): Promise<Afspraken | undefined> => {
    const inForce = await cache.fresh();
    if (versie === inForce.versie) return inForce.afspraken;
    const document = await store.agreementsAt(versie);
    return document === undefined ? undefined : maakAfspraken(document, versie);
  };
  return {
    replace: async (principal, document, over = null) => {
      door.check(principal, 'agreements.replace');
      const gekeurd = valideerAfspraken(document);
      if (gekeurd.kind === 'invalid') return { kind: 'invalid', fouten: gekeurd.fouten };
      const { document: eerder } = await cache.fresh();
      const nummer = await door.change(principal, 'agreements.replace', async (changes) => {
        const result = await changes.saveAgreements(gekeurd.document, keyOf(principal), door.now(), over);
        return { result, subject: result === null ? null : String(result) };
      });
      if (nummer === null) return { kind: 'stale', nummer: (await cache.fresh()).versie };
      await cache.fresh();
      return {
        kind: 'ok',
        versie: gekeurd.document.versie,
        nummer,
        wijzigingen: verschil(eerder, gekeurd.document),
        waarschuwingen: gekeurd.waarschuwingen,
      };
    },
    tryReplace: async (principal, document, over = null) => {
      door.check(principal, 'agreements.try');
      const inForce = await cache.fresh();
      if (over !== null && over !== inForce.versie) return { kind: 'stale', nummer: inForce.versie };
      return tryAgreements(document, inForce, store);
    },
    document: async (principal, versie) => {
      door.check(principal, 'agreements.read');
      if (versie === null) {
        const newest = await store.latestAgreements();
        return newest && { nummer: newest.versie, document: newest.document };
      }
      const document = await store.agreementsAt(versie);
      return document && { nummer: versie, document };
    },
    names: async (principal) => {
      door.check(principal, 'page.view');
      const { regios, gemeenten, aanbieders, producten } = (await cache.fresh()).document;
      return { regios, gemeenten, aanbieders, producten };
    },
    inForce: async (principal) => {
      const scope = await door.enter(principal, 'page.agreements');
      const { versie, document } = await cache.fresh();
      return { nummer: versie, document: within(document, scope) };
    },
    imports: async (principal, { limit, na }) => {
      door.check(principal, 'agreements.read');
      return page(
        limit,
        (length) => importsFrom(na, length, store),
        ({ nummer }) => String(nummer),
      );
    },
    explain: async (principal, vraag, versie) => {
      door.check(principal, 'agreements.explain');
      const nu = await door.agreements();
      // Contracts hold prices: a party asks for its own, an operator within its regions.
      const { gemeente, aanbieder } = vraag;
      if (!sees(scopeOf(principal, nu), { gemeente, parties: [gemeente, aanbieder] })) return undefined;
      const afspraken = versie === null ? nu : await at(versie);
      return afspraken === undefined ? undefined : legUit(vraag, afspraken);
    },
  };
}

/** The part of a document that concerns what a scope sees. */
function within(document: AfsprakenDocument, scope: Scope): AfsprakenDocument {
  if (scope.kind !== 'regions') return document;
  const regios = document.regios.filter(({ code }) => scope.regions.includes(code));
  const gemeenten = document.gemeenten.filter(({ regio }) => scope.regions.includes(regio));
  const codes = new Set(gemeenten.map(({ code }) => code));
  const regimes = document.regimes.filter((regime) => regime.gemeenten.some((code) => codes.has(code)));
  const namen = new Set(regimes.map(({ code }) => code));
  const contracten = document.contracten.filter(({ regime }) => namen.has(regime));
  const agbs = new Set(contracten.map(({ aanbieder }) => aanbieder));
  return {
    ...{ ...document, regios, gemeenten, regimes, contracten },
    producten: document.producten.filter(({ regime }) => namen.has(regime)),
    aanbieders: document.aanbieders.filter(({ agb }) => agbs.has(agb)),
  };
}

function keyOf(principal: Principal): string {
  return principal.kind === 'system' ? principal.name : principal.keyId;
}

/** One after another: a document may be of megabytes, and a page of hundreds. */
async function importsFrom(
  na: number | undefined,
  length: number,
  store: AgreementsDeps['store'],
): Promise<AfsprakenImport[]> {
  const imports: AfsprakenImport[] = [];
  for (let voor = na; imports.length < length; voor = imports.at(-1)?.nummer) {
    const [gevonden] = await store.agreementsVersions({ limit: 1, ...(voor === undefined ? {} : { na: voor }) });
    if (gevonden === undefined) break;
    imports.push(importVan(gevonden));
  }
  return imports;
}

function importVan({ versie: nummer, op, door, document, vorige }: AfsprakenVersie): AfsprakenImport {
  const wijzigingen = vorige === null ? [] : verschil(vorige, document);
  return { nummer, versie: document.versie, op, door, wijzigingen };
}

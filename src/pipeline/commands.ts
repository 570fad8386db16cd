import { REGELS_VERSIE } from '../rules/version.ts';
import type { LaanWerk, Store, TeSchrijven } from '../store/store.ts';
import type { KennisVraag } from '../verdict/kennis-vraag.ts';
import type { AgreementsInForce } from './agreements-cache.ts';
import { type JudgeDeps, metNieuweIds } from './judge-work.ts';

type OpdrachtWerk = Extract<LaanWerk, { kind: 'opdracht' }>;

export interface CommandDeps extends JudgeDeps {
  readonly store: Store;
}

/** What else than a message passes through a lane (DESIGN decision 2): each soort gives a verdict and an outcome. */
export class CommandRunner {
  readonly #deps: CommandDeps;

  constructor(deps: CommandDeps) {
    this.#deps = deps;
  }

  /** What the command does, ready to be written; a refusal is an outcome without effects. */
  async run(werk: OpdrachtWerk, inForce: AgreementsInForce): Promise<TeSchrijven> {
    switch (werk.soort) {
      case 'maatwerk':
        return this.#maatwerk(werk, inForce);
      default:
        throw new Error(`no such command: ${werk.soort}`);
    }
  }

  async #maatwerk(werk: OpdrachtWerk, inForce: AgreementsInForce): Promise<TeSchrijven> {
    const gemeente = String(werk.gegevens['gemeente']);
    const nummer = Number(werk.gegevens['nummer']);
    const bedrag = Number(werk.gegevens['bedrag']);
    const { store, judges, numbers, loadKennis, newId } = this.#deps;
    const gemeenten = inForce.afspraken.familie(gemeente);
    const beeld = await store.toewijzing(gemeenten, nummer);
    if (beeld === undefined) return refused(werk, inForce, 'Deze toewijzing bestaat niet meer.');
    const toewijzing = beeld.huidig;
    const [[geladen], [blok]] = await Promise.all([
      loadKennis([vraagVoor(werk, gemeenten, toewijzing.aanbieder, nummer, toewijzing.client)]),
      numbers.blocks(
        [{ gemeente: toewijzing.gemeente, nummers: { identificaties: 2, toewijzingen: 0 } }],
        inForce.afspraken,
      ),
    ]);
    if (geladen === undefined || blok === undefined) throw new Error('context or numbers are missing for a command');
    const session = await judges.session(inForce, 0);
    try {
      const { kennis } = geladen;
      const antwoord = await session.grant({ opdrachtId: werk.id, toewijzing, bedrag, kennis, nummers: blok });
      if (antwoord.kind === 'refused') return refused(werk, inForce, antwoord.reden);
      return {
        werk,
        ...metNieuweIds(antwoord.beoordeeld, newId),
        uitkomst: { stand: 'gedaan', resultaat: { nummer, gemeente: toewijzing.gemeente } },
      };
    } finally {
      session.end([]);
    }
  }
}

/** Everything of one client at one aanbieder, named by the keyed hash: a command holds no BSN. */
function vraagVoor(
  werk: OpdrachtWerk,
  gemeenten: readonly string[],
  aanbieder: string,
  nummer: number,
  client: string,
): KennisVraag {
  return {
    berichtId: werk.id,
    ontvangenOp: werk.ontvangenOp,
    gemeenten,
    aanbieder,
    bsns: [],
    clienten: [client],
    toewijzingNummers: [nummer],
    referentiesAanbieder: [],
    prestatieReferenties: [],
    declaraties: false,
    claims: [],
    beantwoordt: null,
  };
}

function refused(werk: OpdrachtWerk, inForce: AgreementsInForce, reden: string): TeSchrijven {
  return {
    werk,
    verdict: {
      berichtId: werk.id,
      status: 'afgekeurd',
      bevindingen: [],
      claims: [],
      mutaties: [],
      antwoorden: [],
      doorgeleverdAan: [],
      signalen: [],
      afsprakenVersie: inForce.versie,
      regelsVersie: REGELS_VERSIE,
    },
    antwoorden: [],
    uitkomst: { stand: 'geweigerd', reden },
  };
}

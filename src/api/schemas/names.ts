import type { Via } from '../../access/envelope.ts';
import type { Rol } from '../../access/keys/contract.ts';
import type { Gevolg } from '../../agreements/geraakt.ts';
import type { Onderdeel } from '../../agreements/onderdeel.ts';
import type { BerichtBeeld } from '../../gateway/messages.ts';
import type { TermijnSoort } from '../../requests/termijnen.ts';
import type { SignaalSoort, Status } from '../../verdict/verdict.ts';

/** All names of a type, so that a new one does not compile until it stands here. */
const all = <T extends string>(names: Readonly<Record<T, true>>): readonly T[] => Object.keys(names) as T[];

export const STATUSSEN = all<Status>({
  ontvangen: true,
  goedgekeurd: true,
  'deels-goedgekeurd': true,
  afgekeurd: true,
  geweigerd: true,
  vastgelopen: true,
});

export const TERMIJN_SOORTEN = all<TermijnSoort>({
  retour: true,
  'declaratie-antwoord': true,
  'factuur-antwoord': true,
  'verzoek-om-toewijzing': true,
  'verzoek-om-wijziging': true,
  onderzoek: true,
  woonplaatsbeginsel: true,
  start: true,
  stop: true,
});

export const SIGNAAL_SOORTEN = all<SignaalSoort>({
  signaalbudget: true,
  termijn: true,
  afwijking: true,
  aflevering: true,
  wachtrij: true,
});

type AfleverStatus = BerichtBeeld['afleveringen'][number]['status'];
export const AFLEVER_STATUSSEN = all<AfleverStatus>({ wacht: true, aangeboden: true, bevestigd: true, mislukt: true });

export const WEGEN = all<Via>({ http: true, web: true, amqp: true, bullmq: true, map: true, stuf: true });

export const ROLLEN = all<Rol>({ aanbieder: true, gemeente: true, operator: true, beheerder: true });

export const ONDERDELEN = all<Onderdeel>({
  regios: true,
  gemeenten: true,
  aanbieders: true,
  regimes: true,
  producten: true,
  contracten: true,
  bevriezing: true,
});

export const GEVOLGEN = all<Gevolg>({
  regio: true,
  regime: true,
  contract: true,
  product: true,
  tarief: true,
  retour: true,
});

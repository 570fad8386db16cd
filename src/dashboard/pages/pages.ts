import type { PageRoute, Post } from '../page.ts';
import { ABONNEMENT_MAKEN, ABONNEMENT_WIJZIGEN, ABONNEMENTEN } from './abonnementen/abonnementen.tsx';
import { AFSPRAKEN } from './afspraken/afspraken.tsx';
import { AFSPRAKEN_INVOEREN } from './afspraken/overnemen.tsx';
import { SJABLOON } from './afspraken/sjablonen.ts';
import { AFLEVERING_OPNIEUW, BERICHT, BERICHT_OPENEN, BERICHT_OPNIEUW } from './bericht/bericht.tsx';
import { BERICHTEN, BERICHTEN_ZOEKEN } from './berichten/berichten.tsx';
import { ZOEKOPDRACHTEN } from './berichten/bewaren.ts';
import { DOCS } from './docs/docs.tsx';
import { INZICHT } from './inzicht/inzicht.tsx';
import { KANAAL_ZETTEN, KANALEN } from './kanalen/kanalen.tsx';
import { OORZAKEN } from './oorzaken/oorzaken.tsx';
import { HERHALEN, HERHALING, OORZAAK_ZETTEN } from './oorzaken/opvolgen.tsx';
import { OORZAAK_TEKST } from './oorzaken/tekst.tsx';
import { OVERZICHT } from './overzicht/overzicht.tsx';
import { PROBEREN, PROBEREN_DOEN } from './proberen/proberen.tsx';
import { SIGNAALBUDGETTEN } from './signaalbudgetten/signaalbudgetten.tsx';
import { SLEUTEL_MAKEN, SLEUTEL_WIJZIGEN, SLEUTELS } from './sleutels/sleutels.tsx';
import { TERMIJNEN } from './termijnen/termijnen.tsx';
import { MAATWERK_TOEKENNEN } from './toewijzing/maatwerk-post.tsx';
import { TOEWIJZING, TOEWIJZING_OPENEN } from './toewijzing/toewijzing.tsx';
import { WACHTRIJ_ZETTEN, WACHTRIJEN } from './wachtrijen/wachtrijen.tsx';
import { WERKBAK_BESLUIT } from './werkbak/besluit.tsx';
import { WERKBAK_ITEM } from './werkbak/item.tsx';
import { WERKBAK_SAMEN } from './werkbak/samen.tsx';
import { WERKBAK } from './werkbak/werkbak.tsx';

/** Every page; `src/access/actions.ts` says who may see it. */
export const PAGES: readonly PageRoute[] = [
  OVERZICHT,
  BERICHTEN,
  BERICHT,
  OORZAKEN,
  HERHALING,
  OORZAAK_TEKST,
  TOEWIJZING,
  WERKBAK,
  WERKBAK_ITEM,
  SIGNAALBUDGETTEN,
  TERMIJNEN,
  INZICHT,
  AFSPRAKEN,
  SJABLOON,
  KANALEN,
  ABONNEMENTEN,
  WACHTRIJEN,
  SLEUTELS,
  PROBEREN,
  DOCS,
];

/** Every form that is posted. */
export const POSTS: readonly Post[] = [
  BERICHTEN_ZOEKEN,
  ZOEKOPDRACHTEN,
  BERICHT_OPENEN,
  BERICHT_OPNIEUW,
  AFLEVERING_OPNIEUW,
  OORZAAK_ZETTEN,
  HERHALEN,
  TOEWIJZING_OPENEN,
  MAATWERK_TOEKENNEN,
  WERKBAK_BESLUIT,
  WERKBAK_SAMEN,
  AFSPRAKEN_INVOEREN,
  KANAAL_ZETTEN,
  ABONNEMENT_MAKEN,
  ABONNEMENT_WIJZIGEN,
  WACHTRIJ_ZETTEN,
  SLEUTEL_MAKEN,
  SLEUTEL_WIJZIGEN,
  PROBEREN_DOEN,
];

import { AFSPRAKEN } from './control/afspraken.ts';
import { API_SLEUTEL } from './control/api-sleutel.ts';
import { AUDIT, AUDIT_KETEN } from './control/audit.ts';
import { DATA_SLEUTEL } from './control/data-sleutel.ts';
import { INSTELLING } from './control/instelling.ts';
import { KANAAL_STAND } from './control/kanaal-stand.ts';
import { PARTIJ_KANAAL } from './control/partij-kanaal.ts';
import { PARTIJ_WEG } from './control/partij-weg.ts';
import { SESSIE } from './control/sessie.ts';
import { WACHTRIJ_STAND } from './control/wachtrij-stand.ts';
import { CLIENT_GEGEVENS } from './dossier/client-gegevens.ts';
import { DECLARATIE } from './dossier/declaratie.ts';
import { PRESTATIE } from './dossier/prestatie.ts';
import { REGIE } from './dossier/regie.ts';
import { TOEWIJZING, TOEWIJZING_VERSIE } from './dossier/toewijzing.ts';
import { VERZOEK } from './dossier/verzoek.ts';
import { CLAIM } from './lanes/claim.ts';
import { LAAN, LAAN_TELLER } from './lanes/laan.ts';
import { NUMMERREEKS } from './lanes/nummerreeks.ts';
import { OPDRACHT } from './lanes/opdracht.ts';
import { AFLEVERING } from './messages/aflevering.ts';
import { BERICHT } from './messages/bericht.ts';
import { GEBEURTENIS } from './messages/gebeurtenis.ts';
import { INHOUD } from './messages/inhoud.ts';
import { OORZAAK } from './messages/oorzaak.ts';
import { STUF_ENVELOP } from './messages/stuf-envelop.ts';
import { TERUGMELDING } from './messages/terugmelding.ts';
import { UITWISSELING } from './messages/uitwisseling.ts';
import { ZOEKTERM } from './messages/zoekterm.ts';
import type { Table } from './table.ts';
import { AANSPREEKPUNT } from './tasks/aanspreekpunt.ts';
import { ABONNEMENT } from './tasks/abonnement.ts';
import { AFWIJZING_TELLING } from './tasks/afwijzing-telling.ts';
import { HERHALING, HERHALING_BERICHT } from './tasks/herhaling.ts';
import { OORZAAK_STAND } from './tasks/oorzaak-stand.ts';
import { SIGNAAL, SIGNAAL_STAND } from './tasks/signaal.ts';
import { TERMIJN } from './tasks/termijn.ts';
import { WERKBAK } from './tasks/werkbak.ts';
import { ZOEKOPDRACHT } from './tasks/zoekopdracht.ts';

/** Every table of the database, but those of the migrator itself; a test holds them to the database. */
export const TABLES: readonly Table[] = [
  BERICHT,
  INHOUD,
  AFLEVERING,
  GEBEURTENIS,
  UITWISSELING,
  ZOEKTERM,
  OORZAAK,
  LAAN,
  LAAN_TELLER,
  CLAIM,
  OPDRACHT,
  NUMMERREEKS,
  TOEWIJZING,
  TOEWIJZING_VERSIE,
  CLIENT_GEGEVENS,
  REGIE,
  VERZOEK,
  DECLARATIE,
  PRESTATIE,
  WERKBAK,
  TERMIJN,
  SIGNAAL,
  SIGNAAL_STAND,
  AANSPREEKPUNT,
  AFWIJZING_TELLING,
  OORZAAK_STAND,
  HERHALING,
  HERHALING_BERICHT,
  AFSPRAKEN,
  API_SLEUTEL,
  DATA_SLEUTEL,
  INSTELLING,
  AUDIT,
  AUDIT_KETEN,
  PARTIJ_KANAAL,
  PARTIJ_WEG,
  KANAAL_STAND,
  TERUGMELDING,
  STUF_ENVELOP,
  WACHTRIJ_STAND,
  SESSIE,
  ABONNEMENT,
  ZOEKOPDRACHT,
];

import { probleemCodes } from '../problems.ts';
import { afsprakenComponents, WIJZIGING } from './afspraken.ts';
import {
  AANGENOMEN,
  AANGENOMEN_BUNDEL,
  BERICHT,
  BERICHT_REGEL,
  BUNDEL,
  PROEF_ANTWOORD,
  UITGAAND,
} from './berichten.ts';
import { BEVINDING } from './bevinding.ts';
import { INZAGE } from './inzage.ts';
import { type ApiSchema, gives, INTEGER, list, MOMENT, orNull, ref, TEXT } from './json-schema.ts';
import { OPDRACHT } from './opdrachten.ts';
import { HERHALING } from './refused/herhalingen.ts';
import { OORZAAK } from './refused/oorzaken.ts';
import { SIGNAALBUDGET } from './signaalbudgetten.ts';
import { SIGNAAL } from './signalen.ts';
import { SLEUTEL } from './sleutels.ts';
import { TERMIJN } from './termijnen.ts';
import { TOEWIJZING, TOEWIJZING_VERSIE } from './toewijzingen.ts';
import { TOETS, WERKBAK_ITEM, WERKBAK_REGEL } from './werkbak.ts';

/** One mistake: in a body by its pointer, in the query by its parameter, against a rule by its code. */
const FOUT: ApiSchema = gives({ pointer: TEXT, code: TEXT, melding: TEXT }, 'code');

/** RFC 9457. */
const PROBLEEM: ApiSchema = {
  ...gives(
    {
      type: TEXT,
      code: { enum: probleemCodes() },
      title: TEXT,
      status: INTEGER,
      detail: TEXT,
      fouten: list({ anyOf: [ref('Fout'), ref('ParameterFout'), ref('Bevinding')] }),
      meerFouten: INTEGER,
      bekend: { ...list(TEXT), description: 'De parameters die de aanroep kent.' },
      bevindingen: list(ref('Bevinding')),
      afzender: TEXT,
      partij: TEXT,
      partijen: list(TEXT),
      tot: MOMENT,
      release: TEXT,
      gebeurd: orNull({ type: 'object', additionalProperties: true }),
    },
    'fouten',
    'meerFouten',
    'bekend',
    'bevindingen',
    'afzender',
    'partij',
    'partijen',
    'tot',
    'release',
    'gebeurd',
  ),
};

/** The schemas that have a name in the document. */
export function components(): Readonly<Record<string, ApiSchema>> {
  return {
    Probleem: PROBLEEM,
    Fout: FOUT,
    ParameterFout: gives({ parameter: TEXT, melding: TEXT }),
    Bevinding: BEVINDING,
    Bericht: BERICHT,
    BerichtRegel: BERICHT_REGEL,
    Aangenomen: AANGENOMEN,
    Bundel: BUNDEL,
    AangenomenBundel: AANGENOMEN_BUNDEL,
    ProefAntwoord: PROEF_ANTWOORD,
    Oorzaak: OORZAAK,
    Inzage: INZAGE,
    Herhaling: HERHALING,
    Uitgaand: UITGAAND,
    Toewijzing: TOEWIJZING,
    ToewijzingVersie: TOEWIJZING_VERSIE,
    Signaalbudget: SIGNAALBUDGET,
    Signaal: SIGNAAL,
    Termijn: TERMIJN,
    Toets: TOETS,
    WerkbakRegel: WERKBAK_REGEL,
    WerkbakItem: WERKBAK_ITEM,
    Opdracht: OPDRACHT,
    Sleutel: SLEUTEL,
    Wijziging: WIJZIGING,
    ...afsprakenComponents(),
  };
}

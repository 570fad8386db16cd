import type { Beoordeeld, Heen, Jw303, Jw323, RetourType } from '../bericht.ts';
import { plus } from '../datum.ts';
import type { Kies } from '../keuze.ts';
import type { Bericht } from '../naief/gegevens.ts';
import { RETOUR, VAN_GEMEENTE } from '../naief/oordeel.ts';
import { CLIENTEN, isEigen, VANDAAG } from '../wereld.ts';
import { kop, type Maak, type Omstandigheid } from './omstandigheid.ts';
import { som } from './prestatie.ts';

const ontvanger = (b: Bericht) => (VAN_GEMEENTE.includes(b.type) ? b.aanbieder : b.gemeente);

/** A message that waits for an answer; now and then one that was answered, or that the gateway answers. */
function teBeantwoorden({ kies, stand }: Omstandigheid, types: readonly string[]): Bericht | undefined {
  // A refusal of what a later decision has overtaken comes too late to mean anything.
  const alle = stand.berichten.filter((b) => types.includes(b.type) && !stand.isAchterhaald(b.bericht));
  const wacht = alle.filter((b) => b.bezorgd && isEigen(ontvanger(b)) && stand.oordeelOver(b.bericht) === undefined);
  const uit = kies.soms(8) ? alle : wacht;
  return uit.length === 0 ? undefined : kies.uit(uit);
}

const RETOURS = ['JW301', 'JW305', 'JW307', 'JW315', 'JW317', 'JW319'] as const;

/** JW302, 306, 308, 316, 318 and 320. */
export const retour: Maak = (bij) => {
  const { kies } = bij;
  // One type after the other: some are seldom sent.
  const eerst = kies.uit(RETOURS);
  const op = teBeantwoorden(bij, [eerst]) ?? teBeantwoorden(bij, RETOURS);
  if (op === undefined) return null;
  const { release, gemeente, aanbieder, identificatie, dagtekening } = op;
  const heen: Heen = {
    release: release === '2.3' ? '2.3' : '3.2',
    gemeente,
    aanbieder: kies.soms(25) ? kop(bij).aanbieder : aanbieder,
    identificatie: kies.soms(25) ? 'NIETS' : identificatie,
    dagtekening,
  };
  const type = (RETOUR[op.type] ?? 'JW302') as RetourType;
  if (!kies.soms(2)) return { ...heen, type, codes: [], echo: null };
  const { heen: bericht } = op;
  const echo = bericht !== null && kies.soms(2) ? bericht : null;
  return { ...heen, type, codes: [echo === null ? '9056' : '0200'], echo };
};

/** Some of its lines refused, or granted for less where that can be. */
function vermeld(kies: Kies, heen: Jw323 | Jw303, deels: boolean) {
  const regels = heen.clienten.map((c) => ({
    bsn: kies.soms(10) ? kies.uit(CLIENTEN) : c.bsn,
    codes: ['0200'],
    prestaties: c.prestaties
      .filter(() => kies.soms(2))
      .map(
        (p): Beoordeeld => ({
          ...p,
          referentie: kies.soms(40) ? 'NIET' : p.referentie,
          volume: kies.soms(30) ? p.volume + 1 : p.volume,
          codes: ['8021'],
          toegekend: deels && kies.soms(4) ? p.bedrag - 1 : 0,
        }),
      ),
  }));
  return regels.filter((c) => c.prestaties.length > 0);
}

/** Refused as a whole in the header or (JW325) in the DeclaratieAntwoord, taken up wholly, or line by line. */
function antwoord(kies: Kies, heen: Jw323 | Jw303) {
  const deels = heen.type === 'JW303' && heen.vorm === 'declaratie';
  const geheel = kies.getal(6);
  const clienten = geheel > 1 ? vermeld(kies, heen, deels) : [];
  const over = som(
    clienten.map((c) => ({ ...c, prestaties: c.prestaties.map((p) => ({ ...p, bedrag: p.bedrag - p.toegekend })) })),
  );
  const toegekend = (geheel > 1 ? heen.totaal - over : 0) + (kies.soms(12) ? 1 : 0);
  return { geheel, clienten, nummer: heen.nummer, ingediend: heen.totaal, toegekend };
}

export const jw325: Maak = (bij) => {
  const { kies } = bij;
  const op = teBeantwoorden(bij, ['JW323']);
  if (op?.heen?.type !== 'JW323') return null;
  const { geheel, nummer, ...inhoud } = antwoord(kies, op.heen);
  const codes = geheel === 0 ? null : geheel === 1 ? ['9333'] : inhoud.clienten.length > 0 ? ['0200'] : ['8001'];
  const { gemeente, aanbieder, identificatie } = op;
  return {
    ...kop(bij),
    ...{ type: 'JW325', gemeente, aanbieder, ...inhoud, codes },
    kopcodes: [geheel === 0 ? '9056' : '0200'],
    nummer: kies.soms(25) ? 'D0' : nummer,
    op: { identificatie, dagtekening: kies.soms(25) ? '2026-06-01' : op.dagtekening },
  };
};

export const jw304: Maak = (bij) => {
  const { kies } = bij;
  const op = teBeantwoorden(bij, ['JW303']);
  if (op?.heen?.type !== 'JW303') return null;
  const { geheel, ...inhoud } = antwoord(kies, op.heen);
  const { gemeente, aanbieder, vorm, begin, einde, dagtekening, vrijgesteld } = op.heen;
  return {
    ...{ type: 'JW304', release: '2.3', gemeente, aanbieder, vorm, begin, dagtekening, vrijgesteld, ...inhoud },
    kopcodes: [geheel <= 1 ? '0030' : inhoud.clienten.length > 0 ? '0200' : '8001'],
    einde: kies.soms(25) ? plus(einde, 1) : einde,
    retourdatum: kies.soms(25) ? plus(VANDAAG, 1) : VANDAAG,
  };
};

import type { BundleRefusal } from '../../bundle/refusal.ts';
import type { Bevinding } from '../../findings/bevinding.ts';
import type { NotAdmitted } from '../../gateway/admission.ts';
import { inAmsterdam } from '../../standard/datum.ts';
import { momentInWoorden } from '../../standard/datum-woorden.ts';
import type { ReadFile } from './read-file.ts';

type Why = Extract<ReadFile, { kind: 'unfit' }>['why'];

/** What stands beside a file that was refused at the door: nothing of it was stored. */
export interface Refused {
  readonly status: 'geweigerd';
  readonly code: Why | 'andere-partij' | 'geen-ijw' | 'bevroren' | BundleRefusal['code'];
  /** Dutch: what is wrong and what to do. */
  readonly melding: string;
  readonly bevindingen: readonly Bevinding[];
}

const UNFIT: Readonly<Record<Why, string>> = {
  'geen-bestand':
    'Dit is geen gewoon bestand maar een koppeling, map of iets anders. Zet het bericht zelf als bestand neer.',
  onleesbaar:
    'De gateway mag dit bestand niet lezen. Geef het account van de gateway leesrecht op wat u neerzet, en zet het opnieuw neer.',
  'te-groot': 'Het bestand is groter dan 25 MiB (OP179). Verdeel de inhoud over meer berichten.',
};

export function unfit(why: Why): Refused {
  return { status: 'geweigerd', code: why, melding: UNFIT[why], bevindingen: [] };
}

export function refusedBundle({ code, melding }: BundleRefusal, bevindingen: readonly Bevinding[]): Refused {
  return { status: 'geweigerd', code, melding, bevindingen };
}

export function notAdmitted(why: NotAdmitted, party: string): Refused {
  switch (why.kind) {
    case 'forbidden':
      return refused(
        'andere-partij',
        `Dit bericht is ${why.zender === null ? 'van een andere soort partij' : `volgens zijn kop van ${why.zender}`}, en deze map is van ${party}. Verbeter de afzender in het bericht, of zet het in de map van die partij.`,
      );
    case 'unidentifiable': {
      const { bevinding } = why;
      return { ...refused('geen-ijw', `${bevinding.melding} Het is niet bewaard.`), bevindingen: [bevinding] };
    }
    case 'frozen': {
      const { datum, tijd } = inAmsterdam(why.tot);
      const tot = momentInWoorden(`${datum}T${tijd}`);
      return refused(
        'bevroren',
        `Volgens de afspraken worden tot ${tot} (Nederlandse tijd) geen berichten van iJW ${why.release} aangenomen. Zet het daarna opnieuw neer.`,
      );
    }
  }
}

function refused(code: Refused['code'], melding: string): Refused {
  return { status: 'geweigerd', code, melding, bevindingen: [] };
}

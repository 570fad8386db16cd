import type { ModelBericht, Uitkomst } from '../bericht.ts';
import { VANDAAG } from '../wereld.ts';
import { antwoord } from './antwoord.ts';
import { declaratie } from './declaratie.ts';
import { retour } from './oordeel.ts';
import { regie } from './regie.ts';
import { Stand } from './stand.ts';
import { toewijzing } from './toewijzing.ts';
import { type Uitgegeven, vot } from './vot.ts';
import { vow } from './vow.ts';

/** A gateway of a few pages, written from the standard alone: what a message does, and what is answered. */
export class NaievePoort {
  readonly stand = new Stand();

  ontvang(bericht: ModelBericht, uitgegeven: Uitgegeven): Uitkomst {
    const kop: string[] = [];
    const vanGemeente = bericht.type === 'JW301' || bericht.type === 'JW319';
    const sleutel = `${vanGemeente ? bericht.gemeente : bericht.aanbieder} ${bericht.type} ${bericht.identificatie}`;
    if (this.stand.identificaties.has(sleutel)) kop.push('9056');
    if (bericht.dagtekening > VANDAAG) kop.push('8848');
    this.stand.identificaties.add(sleutel);
    // Levels run in order: what the message holds comes before what was sent earlier.
    if (kop.length === 0) return this.#beoordeel(bericht, this.stand, uitgegeven);
    const los = this.#beoordeel(bericht, new Stand(), () => 0);
    if (los.antwoorden[0]?.codes[0] === 'Header 0001') return los;
    return bericht.type === 'JW323'
      ? { status: 'afgekeurd', antwoorden: [{ type: 'JW325', codes: [`Header ${kop.join(' ')}`], inhoud: [] }] }
      : retour(bericht.type, kop, null);
  }

  #beoordeel(bericht: ModelBericht, stand: Stand, uitgegeven: Uitgegeven): Uitkomst {
    switch (bericht.type) {
      case 'JW301':
        return toewijzing(bericht, stand);
      case 'JW305':
      case 'JW307':
        return regie(bericht, stand);
      case 'JW315':
        return vot(bericht, stand, uitgegeven);
      case 'JW317':
        return vow(bericht, stand);
      case 'JW319':
        return antwoord(bericht, stand);
      case 'JW323':
        return declaratie(bericht, stand);
    }
  }
}

import type { ModelBericht, Uitkomst } from '../bericht.ts';
import { VANDAAG } from '../wereld.ts';
import { antwoord } from './antwoord.ts';
import { jw303 } from './declaratie/jw303.ts';
import { jw323 } from './declaratie/jw323.ts';
import { retour } from './oordeel.ts';
import { oudeKop } from './oude-kop.ts';
import { regie } from './regie.ts';
import { Stand } from './stand.ts';
import { toewijzing } from './toewijzing.ts';
import { type Uitgegeven, vot } from './vot.ts';
import { vow } from './vow.ts';

const VAN_GEMEENTE: readonly string[] = ['JW301', 'JW319'];

/** A gateway of a few pages, written from the standard alone: what a message does, and what is answered. */
export class NaievePoort {
  readonly stand = new Stand();
  #teller = 0;

  ontvang(bericht: ModelBericht, uitgegeven: Uitgegeven): Uitkomst {
    this.stand.nu = String(++this.#teller);
    // Its header has no Identificatie, and rules of its own.
    if (bericht.type === 'JW303') return jw303(bericht, this.stand);
    const kop: string[] = [];
    const zender = VAN_GEMEENTE.includes(bericht.type) ? bericht.gemeente : bericht.aanbieder;
    const sleutel = `${zender} ${bericht.type} ${bericht.identificatie}`;
    if (this.stand.identificaties.has(sleutel)) kop.push('9056');
    if (bericht.dagtekening > VANDAAG) kop.push('8848');
    this.stand.identificaties.add(sleutel);
    kop.push(...oudeKop(bericht, this.stand));
    // Levels run in order: what the message holds comes before what was sent earlier.
    if (kop.length === 0) return this.#beoordeel(bericht, this.stand, uitgegeven);
    const los = this.#beoordeel(bericht, new Stand(), () => 0);
    if (los.antwoorden[0]?.codes[0] === 'Header 0001') return los;
    return bericht.type === 'JW323'
      ? { status: 'afgekeurd', antwoorden: [{ type: 'JW325', codes: [`Header ${kop.join(' ')}`], inhoud: [] }] }
      : retour(bericht, kop, null);
  }

  #beoordeel(bericht: ModelBericht, stand: Stand, uitgegeven: Uitgegeven): Uitkomst {
    switch (bericht.type) {
      case 'JW301':
        return toewijzing(bericht, stand);
      case 'JW303':
        return jw303(bericht, stand);
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
        return jw323(bericht, stand);
    }
  }
}
